using System.Buffers;
using System.Text;

namespace Ingestion.Clean.Decoding;

/// <summary>
/// The character set that a page says it is in: the header first, then a prescan of its beginning for a meta element or
/// an XML declaration (HTML Standard, "prescan a byte stream to determine its encoding").
/// </summary>
internal static class DeclaredCharset
{
    // The standard scans 1,024 bytes; real pages put scripts before the meta element.
    private const int Scanned = 8192;

    private static readonly SearchValues<char> EndOfValue = SearchValues.Create(" \"';,/>\t\r\n");

    /// <summary>The name of the character set; null if none is declared, or one that does not exist.</summary>
    public static string? Find(ReadOnlySpan<byte> content, string contentType) => InHeader(contentType) ?? InPage(content);

    private static string? InHeader(string contentType) => CharsetLabel.Resolve(ValueOf(contentType, "charset"));

    private static string? InPage(ReadOnlySpan<byte> content)
    {
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, Scanned)]);
        if (head.AsSpan().TrimStart() is var start && start.StartsWith("<?xml"))
        {
            var end = start.IndexOf("?>");
            if (end > 0 && CharsetLabel.Resolve(ValueOf(start[..end].ToString(), "encoding")) is { } xml) return Readable(xml);
        }
        for (var at = 0; at < head.Length; at++)
        {
            at = head.IndexOf('<', at);
            if (at < 0) break;
            if (head.AsSpan(at).StartsWith("<!--"))
            {
                var comment = head.IndexOf("-->", at + 4, StringComparison.Ordinal);
                if (comment < 0) break;
                at = comment + 2;
                continue;
            }
            if (!head.AsSpan(at).StartsWith("<meta", StringComparison.OrdinalIgnoreCase)) continue;
            var close = head.IndexOf('>', at);
            var tag = close < 0 ? head[at..] : head[at..close];
            if (CharsetLabel.Resolve(ValueOf(tag, "charset")) is { } meta) return Readable(meta);
        }
        return null;
    }

    // Whoever could read the declaration byte by byte was not reading UTF-16.
    private static string Readable(string name) => name.StartsWith("utf-16", StringComparison.Ordinal) ? "utf-8" : name;

    private static string? ValueOf(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = text.AsSpan(at + name.Length).TrimStart();
            if (rest.Length == 0 || rest[0] != '=') continue;
            rest = rest[1..].TrimStart(" \"'");
            var length = rest.IndexOfAny(EndOfValue);
            var value = length < 0 ? rest : rest[..length];
            if (value.Length > 0) return value.ToString();
        }
        return null;
    }
}
