using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Facts about the article: reading time, views, source.</summary>
internal sealed class MetaLineRule : INodeRule
{
    public string Id => "meta-line";

    public double Confidence => 0.7;

    public double LargestShare => 0.02;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Meta) && !node.Has(Marks.Body | Marks.Article) && node.TextLength < 250 && node.Block == node;
}
