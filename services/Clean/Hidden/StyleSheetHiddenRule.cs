using System.Buffers;
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
        if (hidden.IsEmpty) return false;
        if (node.Attribute("id") is { Length: > 0 } id && hidden.HasId(id)) return true;
        if (node.Attribute("class") is not { } classes) return false;
        foreach (var range in classes.AsSpan().SplitAny(Blanks))
        {
            if (hidden.HasClass(classes.AsSpan(range))) return true;
        }
        return false;
    }

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\f\r");
}
