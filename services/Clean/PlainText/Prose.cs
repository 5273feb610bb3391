using Ingestion.Clean.Decoding;

namespace Ingestion.Clean.PlainText;

/// <summary>Tells sentences from headings, buttons and the like.</summary>
internal static class Prose
{
    private const int ShortestColumns = 40;
    private const int LongestTitleColumns = 160;

    /// <summary>Whether the line reads like part of an article: it ends a sentence, or is too long to be a label.</summary>
    public static bool IsSentence(string line) => EndsSentence(line) || Columns(line) >= ShortestColumns;

    /// <summary>Whether the line may be a headline: neither long nor a finished sentence.</summary>
    public static bool MayBeTitle(string line)
    {
        if (line.Length == 0 || Columns(line) > LongestTitleColumns) return false;
        return line[^1] is not ('.' or '。' or ',' or '，' or ';' or '；' or ':' or '：') || line.EndsWith("...", StringComparison.Ordinal);
    }

    /// <summary>Whether the line ends as a sentence does, closing quotation marks aside.</summary>
    public static bool EndsSentence(string line)
    {
        var end = line.AsSpan().TrimEnd("”’\"'」』）)]】 ");
        return end.Length > 0 && end[^1] is '.' or '。' or '!' or '！' or '?' or '？' or '…' or '：' or ':' or '；' or ';';
    }

    /// <summary>The line's width in columns of a terminal: East Asian characters take two.</summary>
    public static int Columns(ReadOnlySpan<char> line)
    {
        var columns = 0;
        foreach (var c in line) columns += IsWide(c) ? 2 : 1;
        return columns;
    }

    /// <summary>Whether it takes two columns, and no blank stands between it and its neighbours.</summary>
    public static bool IsWide(char c) =>
        Han.IsHan(c) || c is >= '\u3000' and <= '\u30FF' or >= '\uAC00' and <= '\uD7A3' or >= '\uFF01' and <= '\uFF60' or '“' or '”' or '‘' or '’' or '…' or '—';
}
