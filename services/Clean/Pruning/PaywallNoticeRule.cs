using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>The notice of a paywall.</summary>
internal sealed class PaywallNoticeRule : INodeRule
{
    public string Id => "paywall-notice";

    public double Confidence => 0.8;

    public double LargestShare => 0.15;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Paywall) && !node.Has(Marks.Body);
}
