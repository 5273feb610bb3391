using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>The header of the site.</summary>
internal sealed class PageHeaderRule : INodeRule
{
    public string Id => "page-header";

    public double Confidence => 0.8;

    public double LargestShare => 0.03;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Attribute("role") == "banner" || node.Has(Marks.Header)
        || (node.Tag == Tag.Header && node.LinkDensity > 0.5);
}
