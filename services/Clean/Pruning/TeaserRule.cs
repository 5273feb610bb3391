using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Rows of teasers: three or more like siblings, each a linked heading with little text.</summary>
internal sealed class TeaserRule : INodeRule
{
    private const int LeastTeasers = 3;
    private const int LongestTeaser = 600;

    public string Id => "teaser";

    public double Confidence => 0.75;

    public double LargestShare => 0.9;

    public bool Applies(PageNode node, RuleContext context)
    {
        if (node.Links < LeastTeasers || node.TextLength == 0 || node.Has(Marks.Body) || !node.Tag.IsBlock()) return false;
        var nodes = context.Page.Nodes;
        int teasers = 0, length = 0;
        for (var i = node.Index + 1; i < node.End; i = nodes[i].End)
        {
            if (nodes[i].Links == 0 || !IsTeaser(nodes, nodes[i])) continue;
            teasers++;
            length += nodes[i].TextLength;
        }
        return teasers >= LeastTeasers && length * 10 > node.TextLength * 8;
    }

    private static bool IsTeaser(PageNode[] nodes, PageNode child)
    {
        if (!child.Tag.IsBlock() || child.TextLength > LongestTeaser || child.LinkLength < 15 || child.Tag is Tag.P or Tag.Tr or Tag.Dd) return false;
        for (var i = child.Index; i < child.End; i++)
        {
            var node = nodes[i];
            if (node.Tag.IsHeading() && node.TextLength > 0) return node.LinkLength * 10 > node.TextLength * 8;
        }
        return false;
    }
}
