using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>The line that names the authors.</summary>
internal sealed class BylineRule : INodeRule
{
    public string Id => "byline";

    public double Confidence => 0.8;

    public double LargestShare => 0.02;

    public bool Applies(PageNode node, RuleContext context) =>
        (node.Has(Marks.Byline) || node.Attribute("rel") == "author" || node.Attribute("itemprop") == "author")
        && !node.Has(Marks.Body) && node.TextLength < 200;
}
