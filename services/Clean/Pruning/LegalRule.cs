using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Copyright and disclosure lines.</summary>
internal sealed class LegalRule : INodeRule
{
    public string Id => "legal";

    public double Confidence => 0.75;

    public double LargestShare => 0.05;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Legal) && !node.Has(Marks.Body);
}
