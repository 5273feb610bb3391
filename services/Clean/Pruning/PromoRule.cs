using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>The site's praise of its other offers.</summary>
internal sealed class PromoRule : INodeRule
{
    public string Id => "promo";

    public double Confidence => 0.7;

    public double LargestShare => 0.1;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Promo) && !node.Has(Marks.Body | Marks.Standfirst);
}
