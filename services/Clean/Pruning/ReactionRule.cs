using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Ratings, votes and polls.</summary>
internal sealed class ReactionRule : INodeRule
{
    public string Id => "reaction";

    public double Confidence => 0.8;

    public double LargestShare => 0.05;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Reaction) && !node.Has(Marks.Body);
}
