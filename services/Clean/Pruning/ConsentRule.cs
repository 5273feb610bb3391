using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Cookie and consent notices.</summary>
internal sealed class ConsentRule : INodeRule
{
    public string Id => "consent";

    public double Confidence => 0.9;

    public double LargestShare => 0.3;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Consent) && !node.Has(Marks.Body);
}
