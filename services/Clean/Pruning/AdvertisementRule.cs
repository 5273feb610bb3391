using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Advertisements.</summary>
internal sealed class AdvertisementRule : INodeRule
{
    public string Id => "advertisement";

    public double Confidence => 0.85;

    public double LargestShare => 0.1;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Advertisement) && !node.Has(Marks.Body);
}
