using System.Buffers;
using System.Net;
using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Sanitising;

/// <summary>A tag, or text between tags.</summary>
/// <param name="Text">Text as written, references included; empty for a tag.</param>
/// <param name="Tag">The tag's name in lower case; null for text.</param>
/// <param name="IsEnd">Whether it is an end tag.</param>
/// <param name="IsEmpty">Whether it ends with a slash.</param>
/// <param name="Attributes">Its attributes, references resolved.</param>
internal readonly record struct HtmlToken(string Text, string? Tag, bool IsEnd, bool IsEmpty, IReadOnlyList<MarkupAttribute> Attributes);

/// <summary>
/// Cuts HTML into tags and text. Comments, processing instructions and document types are passed over, and the content of elements
/// that HTML reads as raw text goes with them. What only looks like a tag is text.
/// </summary>
internal static class HtmlTokens
{
    private const int MaxAttributes = 128;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/><");
    private static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\n\r\f/>=<\"'");
    private static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(" \t\n\r\f>");

    /// <summary>The tokens, in order.</summary>
    public static IEnumerable<HtmlToken> Read(string html)
    {
        var (at, text) = (0, 0);
        // Looked for once: sections that never end, thousands of them, must not each be searched to the end.
        var (lastComment, lastBracket) = (html.LastIndexOf("-->", StringComparison.Ordinal), html.LastIndexOf('>'));
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) break;
            var end = Skip(html, open, lastComment, lastBracket);
            var token = default(HtmlToken);
            if (end < 0) end = ReadTag(html, open, out token);
            if (end < 0)
            {
                at = open + 1;
                continue;
            }
            if (open > text) yield return TextToken(html[text..open]);
            if (token.Tag is not null)
            {
                yield return token;
                if (!token.IsEnd && IsRawText(token.Tag)) end = FindRawEnd(html, token.Tag, end);
            }
            at = text = end;
        }
        if (text < html.Length) yield return TextToken(html[text..]);
    }

    private static HtmlToken TextToken(string text) => new(text, null, false, false, []);

    private static bool IsRawText(string tag) => tag is "script" or "style" or "xmp" or "noembed" or "noframes";

    /// <summary>Where a comment, a processing instruction or a declaration ends; -1 if there is none here.</summary>
    private static int Skip(string html, int at, int lastComment, int lastBracket)
    {
        if (string.CompareOrdinal(html, at, "<!--", 0, 4) == 0) return lastComment < at + 4 ? -1 : EndOf(html, "-->", at + 4);
        if (lastBracket < at) return -1;
        if (string.CompareOrdinal(html, at, "<?", 0, 2) == 0) return EndOf(html, ">", at + 2);
        return string.Compare(html, at, "<!doctype", 0, 9, StringComparison.OrdinalIgnoreCase) == 0 ? EndOf(html, ">", at + 9) : -1;
    }

    private static int EndOf(string html, string token, int from)
    {
        var end = html.IndexOf(token, from, StringComparison.Ordinal);
        return end < 0 ? -1 : end + token.Length;
    }

    private static int FindRawEnd(string html, string tag, int from)
    {
        var end = html.IndexOf($"</{tag}", from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : end;
    }

    private static int ReadTag(string html, int at, out HtmlToken token)
    {
        token = default;
        var isEnd = at + 1 < html.Length && html[at + 1] == '/';
        var start = at + (isEnd ? 2 : 1);
        if (start >= html.Length || !char.IsAsciiLetter(html[start])) return -1;
        var length = html.AsSpan(start).IndexOfAny(NameEnds);
        if (length < 0) return -1;
        var name = html.Substring(start, length).ToLowerInvariant();
        var attributes = new List<MarkupAttribute>();
        var end = ReadAttributes(html, start + length, attributes, out var isEmpty);
        if (end < 0) return -1;
        token = new HtmlToken("", name, isEnd, isEmpty, attributes);
        return end;
    }

    private static int ReadAttributes(string html, int at, List<MarkupAttribute> attributes, out bool isEmpty)
    {
        isEmpty = false;
        while (at < html.Length)
        {
            var c = html[at];
            if (c == '>') return at + 1;
            if (c == '<') return at; // the tag was never closed
            if (c == '/' || char.IsWhiteSpace(c))
            {
                isEmpty = c == '/' && at + 1 < html.Length && html[at + 1] == '>';
                at++;
                continue;
            }
            var length = html.AsSpan(at).IndexOfAny(AttributeNameEnds);
            if (length < 0) return -1;
            if (length == 0)
            {
                at++; // a stray quote or equals sign
                continue;
            }
            var name = html.Substring(at, length).ToLowerInvariant();
            at = ReadValue(html, at + length, name, out var value);
            if (at < 0) return -1;
            if (attributes.Count < MaxAttributes && !attributes.Exists(a => a.Name == name))
                attributes.Add(new MarkupAttribute(name, value));
        }
        return -1;
    }

    private static int ReadValue(string html, int at, string name, out string value)
    {
        value = name;
        var equals = SkipSpace(html, at);
        if (equals >= html.Length || html[equals] != '=') return at;
        at = SkipSpace(html, equals + 1);
        if (at >= html.Length) return -1;
        int end;
        if (html[at] is '"' or '\'')
        {
            end = html.IndexOf(html[at], at + 1);
            if (end < 0) return -1;
            value = WebUtility.HtmlDecode(html[(at + 1)..end]);
            return end + 1;
        }
        var length = html.AsSpan(at).IndexOfAny(UnquotedEnds);
        end = length < 0 ? html.Length : at + length;
        if (end > at + 1 && html[end - 1] == '/' && end < html.Length && html[end] == '>') end--;
        value = WebUtility.HtmlDecode(html[at..end]).TrimEnd('"', '\''); // the end of quotes that were never begun
        return end;
    }

    private static int SkipSpace(string html, int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at])) at++;
        return at;
    }
}
