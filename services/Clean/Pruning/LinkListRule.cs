using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Lists made of links.</summary>
internal sealed class LinkListRule : INodeRule
{
    public string Id => "link-list";

    public double Confidence => 0.75;

    public double LargestShare => 0.02;

    public bool Applies(PageNode node, RuleContext context)
    {
        if (node.Links < 2 || node.LinkDensity < 0.7 || node.Tag is Tag.P or Tag.Li or Tag.Td || !node.Tag.IsBlock()) return false;
        return node.TextLength > 0 && node.ProseLength * 5 < node.TextLength;
    }
}
