using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Galleries and players: no text of the article.</summary>
internal sealed class MediaRule : INodeRule
{
    public string Id => "media";

    public double Confidence => 0.7;

    public double LargestShare => 0.03;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Media) && !node.Has(Marks.Body);
}
