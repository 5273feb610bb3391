using System.Net;
using Ingestion.Ingest.Feeds.Markup;
using Ingestion.Ingest.Feeds.Sanitising;

namespace Ingestion.Ingest.Feeds;

/// <summary>A text of a feed: plain, or HTML.</summary>
internal sealed class FeedText
{
    private FeedText(string raw, bool isHtml, string? baseUrl)
    {
        Raw = raw;
        IsHtml = isHtml;
        BaseUrl = baseUrl;
    }

    /// <summary>The text as the feed has it. HTML is as the sender wrote it: not for showing.</summary>
    public string Raw { get; }

    /// <summary>Whether it is HTML; if not, its angle brackets are just that.</summary>
    public bool IsHtml { get; }

    /// <summary>What its relative links start from; null if that is not known.</summary>
    public string? BaseUrl { get; }

    /// <summary>The text; HTML with links resolved, and without anything that could run or phone home.</summary>
    public string Value => field ??= IsHtml ? HtmlSanitizer.Sanitize(Raw, BaseUrl) : Raw.Trim();

    /// <summary>Plain text.</summary>
    public static FeedText Plain(string text) => new(text, isHtml: false, null);

    /// <summary>HTML.</summary>
    public static FeedText Html(string html, string? baseUrl) => new(html, isHtml: true, baseUrl);

    /// <summary>The text without markup, for a title.</summary>
    public string ToPlainText() =>
        IsHtml ? string.Join(' ', WebUtility.HtmlDecode(MarkupText()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : Value;

    /// <summary>The text as HTML, whatever it is; as the sender wrote it.</summary>
    public string ToHtml() => IsHtml ? Raw : InlineMarkup.Escape(Raw);

    private string MarkupText() => HtmlSanitizer.TextOf(Value);
}
