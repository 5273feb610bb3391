using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>The few words without a sentence that stand under the last paragraph: who wrote it, which agency sent it, which buttons follow.</summary>
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
        if (line.IsProse || line.EndsSentence || line.Block.Tag is not (Tag.P or Tag.Div or Tag.Span or Tag.Section or Tag.Article)) return false;
        if (line.Text.Length > 80 || TextMeasure.Words(line.Text) > MostWords * (TextMeasure.IsWide(line.Text[0]) ? 3 : 1)) return false;
        for (var node = line.Block; node is not null; node = node.Parent)
        {
            if (node.Tag is Tag.Li or Tag.Table or Tag.Blockquote or Tag.Pre || node.Has(Marks.Embed)) return false;
        }
        return true;
    }
}
