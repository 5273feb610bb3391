using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>A table of contents: links into the article itself.</summary>
internal sealed class ContentsRule : INodeRule
{
    public string Id => "contents";

    public double Confidence => 0.75;

    public double LargestShare => 0.05;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Contents) && node.LinkDensity > 0.4;
}
