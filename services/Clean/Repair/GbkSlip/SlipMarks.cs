using Ingestion.Clean.Decoding;

namespace Ingestion.Clean.Repair.GbkSlip;

/// <summary>The marks that slips begin at, run over and end in.</summary>
internal static class SlipMarks
{
    private const int LongestQuotation = 600;
    private static readonly string[] Words = ["編輯", "编辑", "責編", "责编", "記者", "记者"];
    private const string Openers = "“‘「『《〈【（";
    private const string Closers = "”’」』》〉】）";

    /// <summary>Marks that a slip begins at.</summary>
    public static bool Ends(char c) => c is '。' or '！' or '？' or '，' or '、' or '；' or '：';

    /// <summary>Marks that may stand further on in a slip.</summary>
    public static bool Continues(char c) =>
        Ends(c) || Openers.Contains(c, StringComparison.Ordinal) || Closers.Contains(c, StringComparison.Ordinal)
        || c is '—' or '…' or '·' or '　';

    /// <summary>The innermost quotation that is still open at the end of the text, within its paragraph.</summary>
    public static char? OpenQuote(ReadOnlySpan<char> before)
    {
        Span<int> closed = stackalloc int[Openers.Length];
        for (var i = before.Length - 1; i >= 0 && i > before.Length - LongestQuotation; i--)
        {
            var c = before[i];
            if (c == '\n' || (c == '>' && before[..i].EndsWith("/p"))) return null;
            if (char.IsAscii(c)) continue;
            if (Closers.IndexOf(c, StringComparison.Ordinal) is var close and >= 0) closed[close]++;
            if (Openers.IndexOf(c, StringComparison.Ordinal) is var open and >= 0 && closed[open]-- == 0) return c;
        }
        return null;
    }

    /// <summary>The closing mark with this first byte, for the quotation that is open; most often it is the curly double one.</summary>
    public static char? Close(int lead, char? quote)
    {
        var mark = quote is { } open ? Closers[Openers.IndexOf(open, StringComparison.Ordinal)] : lead == 0xA1 ? '”' : '！';
        return GbkTable.TryEncode(mark, out var first, out _) && first == lead ? mark : null;
    }

    /// <summary>The second half of a word that closes many articles, "（編輯…": the only one known to follow the first.</summary>
    public static char? CompleteWord(char half, int lead)
    {
        foreach (var word in Words)
        {
            if (half == word[0] && GbkTable.TryEncode(word[1], out var first, out _) && first == lead) return word[1];
        }
        return null;
    }
}
