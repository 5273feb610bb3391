using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>The few letters under the last paragraph that say which agency sent it, or who typed it.</summary>
internal static class SignOffLine
{
    private const int MostLines = 3;
    private const int MostWords = 5;

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines)
    {
        var tail = 0;
        while (tail < lines.Count && !lines[^(tail + 1)].IsProse) tail++;
        // More of them are a list.
        if (tail == lines.Count || tail > MostLines) return;
        for (; tail > 0 && Is(lines[^1]); tail--) LinePruner.Take(lines, lines.Count - 1, "sign-off", 0.7);
    }

    private static bool Is(Line line)
    {
        if (line.IsProse || line.EndsSentence || line.Text.Length > 80 || !LooksLikeAgency(line.Text)) return false;
        for (var node = line.Block; node is not null; node = node.Parent)
        {
            if (node.Tag is Tag.Li or Tag.Table or Tag.Blockquote or Tag.Pre || node.Has(Marks.Embed)) return false;
        }
        return true;
    }

    // "SDA/sep", "(dpa)", "AFP", "267 replies".
    private static bool LooksLikeAgency(string text)
    {
        var words = TextMeasure.Words(text);
        if (words > MostWords) return false;
        if (text[0] is '(' or '[' && text[^1] is ')' or ']') return true;
        if (char.IsAsciiDigit(text[0]) && words == 2) return true;
        if (text.Contains('/', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal)) return true;
        return words <= 2 && !text.Any(char.IsLower) && text.Any(char.IsUpper);
    }
}
