using System.Text;

namespace Ingestion.Clean.Sanitising;

/// <summary>The last look at a body's text.</summary>
internal static class BodyText
{
    /// <summary>Trims lines, and leaves one empty line between paragraphs.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).Trim();
            if (line.IsEmpty)
            {
                empty++;
                continue;
            }
            if (tidy.Length > 0) tidy.Append(empty > 0 ? "\n\n" : "\n");
            empty = 0;
            tidy.Append(line);
        }
        return tidy.ToString();
    }
}
