using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Layers over the page.</summary>
internal sealed class PopupRule : INodeRule
{
    public string Id => "popup";

    public double Confidence => 0.85;

    public double LargestShare => 0.2;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Popup) && !node.Has(Marks.Body) || node.Attribute("role") is "dialog" or "alertdialog" or "tooltip";
}
