using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Tags and categories.</summary>
internal sealed class TopicsRule : INodeRule
{
    public string Id => "topics";

    public double Confidence => 0.8;

    public double LargestShare => 0.02;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Topics) && !node.Has(Marks.Body) && (node.LinkDensity > 0.5 || node.TextLength < 100);
}
