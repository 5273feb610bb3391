using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>Text that a class or id of the page's own style sheet hides.</summary>
internal sealed class StyleSheetHiddenRule : INodeRule
{
    public string Id => "style-sheet-hidden";

    public double Confidence => 0.8;

    public double LargestShare => 0.25;

    public bool Applies(PageNode node, RuleContext context)
    {
        var hidden = context.Page.HiddenByStyle;
        if (hidden.Count == 0) return false;
        if (node.Element!.Id is { Length: > 0 } id && hidden.Contains("#" + id)) return true;
        foreach (var name in node.Element.ClassList)
        {
            if (hidden.Contains("." + name)) return true;
        }
        return false;
    }
}
