using System.Text;
using System.Xml;

namespace Ingestion.Publish.Feeds;

/// <summary>Text that every format can carry. JSON could carry more, but what feeds say is the same in all.</summary>
internal static class FeedText
{
    /// <summary>Text without the characters that XML 1.0 cannot carry at all (2.2), lone surrogates included.</summary>
    public static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) valid.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) valid.Append(text[i]).Append(text[++i]);
        }
        return valid.ToString();
    }

    /// <summary>The same without blanks around it; null if nothing is left that could be read.</summary>
    public static string? Line(string? text) => text is not null && Valid(text).Trim() is { Length: > 0 } line ? line : null;
}
