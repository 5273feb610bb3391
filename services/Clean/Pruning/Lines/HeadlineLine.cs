using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>The headline, which is the title and no part of the body, and short lines above it.</summary>
internal static class HeadlineLine
{
    private const string Rule = "headline";
    private const int MostLines = 40;
    private const int MostProse = 3;
    private const int MostStepsToHeader = 4;

    /// <summary>Takes it out.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        var at = Find(lines, Line.LettersOf(context.Title));
        if (at < 0) return;
        LinePruner.Take(lines, at, Rule, 0.9);
        for (var above = at - 1; above >= 0; above--)
        {
            if (!lines[above].IsProse) LinePruner.Take(lines, above, "above-headline", 0.7);
        }
    }

    private static int Find(List<Line> lines, string title)
    {
        var prose = 0;
        var called = -1;
        for (var i = 0; i < lines.Count && prose < MostProse && i < MostLines; i++)
        {
            if (title.Length > 0 && SaysTitle(lines[i], title)) return i;
            if (prose == 0 && called < 0 && IsCalledHeadline(lines[i].Block)) called = i;
            if (lines[i].IsProse) prose++;
        }
        return called;
    }

    private static bool SaysTitle(Line line, string title)
    {
        if (line.Text.Length > 400) return false;
        var text = line.Letters;
        if (text.Length == 0) return false;
        if (text == title) return true;
        if (!line.Block.Tag.IsHeading()) return false;
        if (line.Block.Tag == Tag.H1) return text.Contains(title, StringComparison.Ordinal) || title.Contains(text, StringComparison.Ordinal);
        return text.Length > 15 && (title.StartsWith(text, StringComparison.Ordinal) && text.Length * 2 > title.Length || text.StartsWith(title, StringComparison.Ordinal));
    }

    // The page may give its title elsewhere in other words, for search engines or for other sites.
    private static bool IsCalledHeadline(PageNode block)
    {
        if (block.Tag != Tag.H1) return false;
        if (block.Has(Marks.Headline)) return true;
        for (var (node, steps) = (block.Parent, 0); node is not null && steps < MostStepsToHeader; node = node.Parent, steps++)
        {
            if (node.Tag is Tag.Header or Tag.Hgroup || node.Has(Marks.Headline)) return true;
        }
        return false;
    }
}
