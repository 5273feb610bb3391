using System.Text;
using Ingestion.Ingest.Feeds.Markup;
using Ingestion.Ingest.Feeds.Sanitising;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>
/// Reads a text construct (RFC 4287, section 3.1; Atom 0.3's content; RSS's fields, which say nothing of what they are): plain,
/// escaped markup, markup in place, base64.
/// </summary>
internal static class TextReader
{
    /// <summary>What a title is unless it says otherwise.</summary>
    public const string Plain = "text/plain";

    /// <summary>What RSS's description is.</summary>
    public const string Html = "text/html";

    /// <summary>Markup in place.</summary>
    public const string Xhtml = "application/xhtml+xml";

    /// <summary>The text of an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="defaultType">Its media type, if it does not say.</param>
    /// <param name="context">The feed.</param>
    public static FeedText Read(MarkupElement element, string defaultType, FeedContext context)
    {
        var type = MediaType(element.Attribute("type"), defaultType);
        var baseUrl = element.BaseUrl(context.Url);
        if (element.Elements.Any())
        {
            // Text beside markup in place is text, unless the whole is said to be escaped.
            var content = IsAtom10(context) ? Unwrap(element) : element;
            return FeedText.Html(InlineMarkup.Write(content, escapeText: type != Html), content.BaseUrl(context.Url));
        }
        var text = element.Text();
        if (IsBase64(element, type) && Decode(text) is { } decoded) text = decoded;
        return type switch
        {
            Html => FeedText.Html(text, baseUrl),
            Xhtml => FeedText.Html(InlineMarkup.Escape(text), baseUrl),
            Plain when !context.IsAtom && MarkupGuess.IsHtml(text) => FeedText.Html(text, baseUrl),
            _ => FeedText.Plain(text),
        };
    }

    /// <summary>The characters of an element that is no text construct; markup in it is kept as it stands.</summary>
    public static string Raw(MarkupElement element) =>
        (element.Elements.Any() ? InlineMarkup.Write(element, escapeText: false) : element.Text()).Trim();

    private static string MediaType(string? type, string defaultType) => type?.Trim().ToLowerInvariant() switch
    {
        null or "" => defaultType,
        "text" => Plain,
        "html" => Html,
        "xhtml" => Xhtml,
        var other => other,
    };

    private static bool IsAtom10(FeedContext context) => context.Version is FeedVersion.Atom10 or FeedVersion.Atom;

    /// <summary>RFC 4287, section 3.1.1.3: the div around XHTML is no part of it.</summary>
    private static MarkupElement Unwrap(MarkupElement element)
    {
        var within = element.Children.Where(child => child is not MarkupText text || !string.IsNullOrWhiteSpace(text.Value)).ToList();
        return within is [MarkupElement { Key: "xhtml:div" or "div" } div] ? div : element;
    }

    private static bool IsBase64(MarkupElement element, string type)
    {
        if (string.Equals(element.Attribute("mode"), "base64", StringComparison.OrdinalIgnoreCase)) return true;
        return type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal)
            && !type.EndsWith("xml", StringComparison.Ordinal) && !type.EndsWith("json", StringComparison.Ordinal);
    }

    private static string? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
