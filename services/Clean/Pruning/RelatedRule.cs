using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Links to other articles.</summary>
internal sealed class RelatedRule : INodeRule
{
    public string Id => "related";

    public double Confidence => 0.85;

    public double LargestShare => 0.2;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Related) && !node.Has(Marks.Body);
}
