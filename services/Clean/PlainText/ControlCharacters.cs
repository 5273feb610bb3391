using System.Buffers;
using System.Text;

namespace Ingestion.Clean.PlainText;

/// <summary>Makes every end of line a line feed, and drops NULs and other control characters that no text is written with.</summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\n' or '\t')), '\u007F', '\uFEFF', '\u2028', '\u2029']);

    /// <summary>The text without them; the same instance if there are none.</summary>
    public static string Remove(string text)
    {
        if (!text.AsSpan().ContainsAny(Unwanted)) return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (c is '\r' or '\u2028' or '\u2029') clean.Append('\n');
            else if (!Unwanted.Contains(c)) clean.Append(c);
        }
        return clean.ToString();
    }
}
