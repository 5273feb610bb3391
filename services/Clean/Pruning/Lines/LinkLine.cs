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
            if (!PointsAway(line.Block, context)) continue;
            LinePruner.Take(lines, i, "link-line", 0.7);
        }
    }

    private static bool PointsAway(PageNode block, RuleContext context)
    {
        var page = context.Page;
        for (var i = block.Index; i < block.End; i++)
        {
            if (page.Nodes[i].Tag == Tag.A && LeadsAway(page.Nodes[i], context)) return true;
        }
        // The link may be around the block.
        for (var around = block.InLink ? block.Parent : null; around is not null; around = around.Parent)
        {
            if (around.Tag == Tag.A) return LeadsAway(around, context);
        }
        return false;
    }

    // To a place on this page it does not. A script mostly is a button; where all text is in such links, it is what scripts show.
    private static bool LeadsAway(PageNode link, RuleContext context) => link.Attribute("href") is { } href && !href.StartsWith('#')
        && !(context.IsLastChance && href.AsSpan().TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
}
