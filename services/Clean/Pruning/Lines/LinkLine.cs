using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Paragraphs that are nothing but a link: to another article, to a shop, to an app.</summary>
internal static class LinkLine
{
    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var line = lines[i];
            if (!line.IsLink || line.Block.Tag.IsHeading() || line.Block.Tag is Tag.Li or Tag.Td or Tag.Th or Tag.Dd or Tag.Dt or Tag.Pre) continue;
            // An address that the author wrote out is there to be read.
            if (line.Lower.StartsWith("http", StringComparison.Ordinal)) continue;
            if (!PointsAway(line.Block, context.Page)) continue;
            LinePruner.Take(lines, i, "link-line", 0.7);
        }
    }

    private static bool PointsAway(PageNode block, Page page)
    {
        for (var i = block.Index; i < block.End; i++)
        {
            if (page.Nodes[i].Tag == Tag.A && page.Nodes[i].Attribute("href") is { } href && !href.StartsWith('#')) return true;
        }
        // The link is around the block.
        return block.InLink;
    }
}
