using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>The headline, which is the title and no part of the body, and short lines above it.</summary>
internal static class HeadlineLine
{
    private const string Rule = "headline";

    /// <summary>Takes it out.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        if (context.Title.Length == 0) return;
        var title = Letters(context.Title);
        var prose = 0;
        for (var i = 0; i < lines.Count && prose < 3 && i < 40; i++)
        {
            var line = lines[i];
            if (IsHeadline(line, title))
            {
                LinePruner.Take(lines, i, Rule, 0.9);
                for (var above = i - 1; above >= 0; above--)
                {
                    if (!lines[above].IsProse) LinePruner.Take(lines, above, "above-headline", 0.7);
                }
                return;
            }
            if (line.IsProse) prose++;
        }
    }

    private static bool IsHeadline(Line line, string title)
    {
        if (line.Text.Length > 400) return false;
        var text = Letters(line.Text);
        if (text.Length == 0) return false;
        if (text == title) return true;
        if (!line.Block.Tag.IsHeading()) return false;
        if (line.Block.Tag == Tag.H1) return text.Contains(title, StringComparison.Ordinal) || title.Contains(text, StringComparison.Ordinal);
        return text.Length > 15 && (title.StartsWith(text, StringComparison.Ordinal) && text.Length * 2 > title.Length || text.StartsWith(title, StringComparison.Ordinal));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
