using System.Net.Http.Headers;
using System.Text;
using Ingestion.Contracts;
using Ingestion.Ingest.Submissions;

namespace Ingestion.Ingest.Push;

/// <summary>Turns what was pushed into a draft, or says what is wrong with which field.</summary>
internal static class PushValidator
{
    private const int MaxSourceLength = 128;
    private const int MaxIdLength = 2048;
    private const int MaxUrlLength = 4096;
    private const int MaxTitleLength = 2000;
    private static readonly string[] ContentTypes = ["text/html", "application/xhtml+xml", "text/plain"];

    /// <summary>The draft, or null with errors.</summary>
    public static SubmissionDraft? Validate(PushRequest request, PushErrors errors)
    {
        var content = ReadContent(request, errors);
        return Validate(request, content.Bytes, content.Type, errors);
    }

    /// <summary>The draft of a push whose content came as the body itself; null with errors.</summary>
    /// <param name="hints">The fields beside the content.</param>
    /// <param name="content">The content as received.</param>
    /// <param name="contentType">Its media type, supported by <see cref="IsSupported"/>.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static SubmissionDraft? Validate(PushRequest hints, ReadOnlyMemory<byte> content, string contentType, PushErrors errors)
    {
        if (string.IsNullOrWhiteSpace(hints.Source)) errors.Add("source", "is required: name the feed that the article comes from.");
        CheckLength("source", hints.Source, MaxSourceLength, errors);
        CheckLength("id", hints.Id, MaxIdLength, errors);
        CheckLength("url", hints.Url, MaxUrlLength, errors);
        CheckLength("title", hints.Title, MaxTitleLength, errors);
        if (hints.Id is not null && string.IsNullOrWhiteSpace(hints.Id)) errors.Add("id", "is empty: leave it out if the source has none.");
        if (hints.Url is not null && !IsHttpUrl(hints.Url)) errors.Add("url", $"'{hints.Url}' is not an absolute http or https URL.");
        ArticleTime? publishedAt = null;
        if (hints.PublishedAt is not null)
        {
            if (ArticleTime.TryParse(hints.PublishedAt, out var time)) publishedAt = time;
            else errors.Add("publishedAt", $"'{hints.PublishedAt}' is not ISO 8601: write 2023-03-14, or 2023-03-14T08:30:00+08:00.");
        }
        if (errors.Any) return null;
        return new SubmissionDraft
        {
            Source = hints.Source!.Trim(),
            SourceArticleId = hints.Id?.Trim(),
            Hints = new ArticleHints { Url = hints.Url, Title = hints.Title, PublishedAt = publishedAt },
            ContentType = contentType,
            Content = content,
        };
    }

    /// <summary>Whether content of this media type can be taken.</summary>
    public static bool IsSupported(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && ContentTypes.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase);

    private static (ReadOnlyMemory<byte> Bytes, string Type) ReadContent(PushRequest request, PushErrors errors)
    {
        var given = new[] { ("html", request.Html), ("text", request.Text), ("rawBase64", request.RawBase64) }
            .Where(field => field.Item2 is not null).Select(field => field.Item1).ToArray();
        if (given.Length != 1)
        {
            errors.Add("html", given.Length == 0
                ? "is missing: give the content as html, text or rawBase64."
                : $"is one of {string.Join(", ", given)}: give exactly one of html, text and rawBase64.");
            return (default, "");
        }
        if (request.RawBase64 is null && request.ContentType is not null)
            errors.Add("contentType", "goes with rawBase64 only: html and text are what they are.");
        if (request.Html is { } html) return (NotEmpty("html", html, errors), "text/html; charset=utf-8");
        if (request.Text is { } text) return (NotEmpty("text", text, errors), "text/plain; charset=utf-8");
        return ReadBase64(request.RawBase64!, request.ContentType, errors);
    }

    private static ReadOnlyMemory<byte> NotEmpty(string field, string content, PushErrors errors)
    {
        if (string.IsNullOrWhiteSpace(content)) errors.Add(field, "is empty.");
        return Encoding.UTF8.GetBytes(content);
    }

    private static (ReadOnlyMemory<byte> Bytes, string Type) ReadBase64(string base64, string? contentType, PushErrors errors)
    {
        if (!IsSupported(contentType))
            errors.Add("contentType", $"'{contentType}' is not one of {string.Join(", ", ContentTypes)}; rawBase64 needs one of them.");
        var bytes = new byte[base64.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(base64, bytes, out var length)) errors.Add("rawBase64", "is not base64 (RFC 4648, section 4).");
        else if (length == 0) errors.Add("rawBase64", "is empty.");
        return (bytes.AsMemory(0, length), contentType ?? "");
    }

    private static void CheckLength(string field, string? value, int max, PushErrors errors)
    {
        if (value?.Length > max) errors.Add(field, $"has {value.Length} characters, more than the {max} allowed.");
        if (value?.Any(char.IsControl) == true) errors.Add(field, "has control characters in it.");
    }

    private static bool IsHttpUrl(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
