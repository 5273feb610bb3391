using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Readers' comments.</summary>
internal sealed class CommentsRule : INodeRule
{
    public string Id => "comments";

    public double Confidence => 0.9;

    public double LargestShare => 0.93;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Comment) && !node.Has(Marks.Body) && node.Tag is not (Tag.Body or Tag.Article or Tag.Main);
}
