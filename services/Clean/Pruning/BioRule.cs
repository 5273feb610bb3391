using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>What the authors are like.</summary>
internal sealed class BioRule : INodeRule
{
    private const int LongestAboutAuthor = 1_500;

    public string Id => "bio";

    public double Confidence => 0.8;

    public double LargestShare => 0.15;

    public bool Applies(PageNode node, RuleContext context) =>
        !node.Has(Marks.Body) && (node.Has(Marks.Bio) || (node.Has(Marks.Byline) && !node.Has(Marks.Article) && node.ProseLength > 0 && node.TextLength < LongestAboutAuthor));
}
