using System.Text;

namespace Ingestion.Clean.Metadata;

/// <summary>White space in short texts.</summary>
internal static class Whitespace
{
    /// <summary>Trims, makes one blank of every run of white space, and drops characters that cannot be seen.</summary>
    public static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        var blank = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                blank = true;
                continue;
            }
            if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' or '\u200E' or '\u200F' || char.IsControl(c)) continue;
            if (blank && collapsed.Length > 0) collapsed.Append(' ');
            blank = false;
            collapsed.Append(c);
        }
        return collapsed.ToString();
    }
}
