using Ingestion.Clean.Metadata;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>
/// The lines between headline and text that say who wrote when, where no class name says so: "By Jane Doe", "14 March
/// 2023, 09:20". Short lines above such a line belong to the head too. At the end of the article they go as well.
/// </summary>
internal static class InfoLines
{
    private const string Rule = "info-line";
    private const int LongestLine = 120;
    private const int MostLinesOfHead = 15;
    private const int MostProseOfHead = 2;
    private const int LinesOfTail = 3;

    private static readonly string[] Bylines =
    [
        "by ", "written by ", "words by ", "story by ", "posted by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "text: ", "autor: ", "author: ", "reporter: ", "od ",
    ];

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        RemoveFromHead(lines, context);
        for (var i = lines.Count - 1; i > 0 && i >= lines.Count - LinesOfTail && !lines[i].IsProse; i--)
        {
            if (Is(lines[i], context.Language)) LinePruner.Take(lines, i, Rule, 0.75);
        }
    }

    private static void RemoveFromHead(List<Line> lines, RuleContext context)
    {
        var prose = 0;
        var last = -1;
        for (var i = 0; i < lines.Count && i < MostLinesOfHead && prose < MostProseOfHead; i++)
        {
            if (lines[i].IsProse && !Is(lines[i], context.Language)) prose++;
            else if (Is(lines[i], context.Language)) last = i;
        }
        if (last < 0) return;
        for (var i = last; i >= 0; i--)
        {
            if (i == last || !lines[i].IsProse || Is(lines[i], context.Language)) LinePruner.Take(lines, i, i == last ? Rule : "above-info-line", 0.75);
        }
    }

    private static bool Is(Line line, string? language)
    {
        if (line.Text.Length > LongestLine || line.Block.Tag.IsHeading() || line.Block.Tag is Tag.Li or Tag.Th or Tag.Dt or Tag.Pre or Tag.Blockquote) return false;
        return IsDate(line.Text, language) || IsByline(line);
    }

    // A date, and not much beside it.
    private static bool IsDate(string text, string? language)
    {
        int digits = 0, words = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) digits++;
            var letter = char.IsLetter(c);
            if (letter && (!inWord || TextMeasure.IsWide(c))) words++;
            inWord = letter;
        }
        return digits is >= 5 and <= 30 && words <= 14 && text[^1] is not ('.' or '。' or '!' or '?') && DateParser.Parse(text, language) is not null;
    }

    private static bool IsByline(Line line)
    {
        foreach (var label in Bylines)
        {
            if (!line.Lower.StartsWith(label, StringComparison.Ordinal)) continue;
            int words = 0, capitals = 0;
            foreach (var range in line.Text.AsSpan(label.Length).Split(' '))
            {
                var word = line.Text.AsSpan(label.Length)[range];
                if (word.IsEmpty) continue;
                words++;
                if (char.IsUpper(word[0])) capitals++;
            }
            return words is >= 1 and <= 9 && capitals * 2 >= words && line.Text[^1] is not ('.' or ':' or '!' or '?');
        }
        return false;
    }
}
