using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Sanitising;

/// <summary>
/// Makes HTML that others wrote safe to show: keeps what <see cref="HtmlVocabulary"/> knows, drops the rest, resolves links. It works on
/// the tags as they stand and repairs no nesting. Every angle bracket that comes out is one of a tag that was written here, with
/// attributes in alphabetical order and in quotes, so that no parser can read anything else into it.
/// </summary>
internal static partial class HtmlSanitizer
{
    /// <summary>Safe HTML.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="baseUrl">What relative links start from; null leaves them as they are.</param>
    public static string Sanitize(string html, string? baseUrl)
    {
        if (!html.AsSpan().ContainsAny('<', '&')) return html.Trim();
        var output = new StringBuilder(html.Length);
        var policy = new TagPolicy(baseUrl);
        foreach (var token in HtmlTokens.Read(html))
        {
            if (token.Tag is null) AppendText(token.Text, output);
            else if (token.IsEnd) policy.End(token.Tag, output);
            else policy.Start(token, output);
        }
        return output.ToString().Trim();
    }

    /// <summary>The text between the tags of HTML that was made safe; references stay.</summary>
    public static string TextOf(string html)
    {
        var text = new StringBuilder(html.Length);
        foreach (var token in HtmlTokens.Read(html)) text.Append(token.Tag is null ? token.Text : " ");
        return text.ToString();
    }

    /// <summary>Text keeps its references as they were written, if they are some; an angle bracket becomes one.</summary>
    private static void AppendText(string text, StringBuilder output)
    {
        text = text.Replace("<", "&lt;", StringComparison.Ordinal);
        output.Append(text.Contains('&', StringComparison.Ordinal) ? Reference().Replace(text, KeepReference) : text);
    }

    private static string KeepReference(Match match)
    {
        var reference = match.Value;
        if (reference is "&#39;" or "&#34;") return reference == "&#39;" ? "'" : "\"";
        if (reference[1] == '#')
            return NumberOf(reference) is { } c and >= 0x80 and <= 0x9F ? $"{Characters.FromWindows1252((char)c)}" : reference.Replace('X', 'x');
        return reference is "&apos;" || WebUtility.HtmlDecode(reference) != reference ? reference : $"&amp;{reference[1..]}";
    }

    private static int? NumberOf(string reference)
    {
        var digits = reference.AsSpan(2).TrimEnd(';');
        var hexadecimal = digits is ['x' or 'X', ..];
        var style = hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return int.TryParse(hexadecimal ? digits[1..] : digits, style, null, out var number) ? number : null;
    }

    [GeneratedRegex("&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")]
    private static partial Regex Reference();
}
