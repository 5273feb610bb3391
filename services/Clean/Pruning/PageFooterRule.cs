using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Footers of the page and of the article.</summary>
internal sealed class PageFooterRule : INodeRule
{
    public string Id => "page-footer";

    public double Confidence => 0.85;

    public double LargestShare => 0.2;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Tag == Tag.Footer || node.Attribute("role") == "contentinfo" || node.Has(Marks.Footer);
}
