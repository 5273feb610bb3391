using System.Buffers;
using System.Text;

namespace Ingestion.Ingest.Feeds.Markup;

/// <summary>Characters that may be in XML (1.0, section 2.2), and those that are there although they may not.</summary>
internal static class Characters
{
    // The control characters of Latin-1's upper half are Windows-1252's letters and quotes in disguise.
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static readonly SearchValues<char> Unusual = SearchValues.Create(
        [.. Range(0, 0x1F).Where(c => c is not ('\t' or '\n')), .. Range(0x7F, 0x9F), '\uFFFE', '\uFFFF', '\uFEFF']);

    /// <summary>What a C1 control character was meant to be.</summary>
    public static char FromWindows1252(char control) => Windows1252[control - 0x80];

    /// <summary>Whether a document may have that character.</summary>
    public static bool IsAllowed(char c, int code) => (c >= 0x20 || c is '\t' or '\n' or '\r') && code is not (0xFFFE or 0xFFFF);

    /// <summary>The text with one kind of line end, without control characters, with C1 controls mapped to what they stood for.</summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Unusual)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                clean.Append('\n');
                if (i + 1 < text.Length && text[i + 1] == '\n') i++;
            }
            else if (c is >= '\u0080' and <= '\u009F')
            {
                clean.Append(c == '\u0085' ? '\u2026' : FromWindows1252(c));
            }
            else if (c is not ('\uFEFF' or '\u007F') && IsAllowed(c, c))
            {
                clean.Append(c);
            }
        }
        return clean.ToString();
    }

    private static IEnumerable<char> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
