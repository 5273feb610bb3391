using System.Net.Http.Headers;
using System.Text;
using Ingestion.Contracts;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Submissions;
using Ingestion.Storage;

namespace Ingestion.Ingest.Push;

/// <summary>Turns what was pushed into what is to be accepted, or says what is wrong with which field.</summary>
internal static class PushValidator
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitleLength = 2000;

    private const int MaxIdLength = 2048;
    private const int MaxUrlLength = 4096;
    private const int MaxLicenceLength = 500;

    /// <summary>Media types of a page that is kept as it is.</summary>
    public static readonly string[] PageTypes = ["text/html", "application/xhtml+xml", "text/plain"];

    /// <summary>The article of our own JSON.</summary>
    public static IncomingArticle Read(PushRequest request, PushErrors errors)
    {
        var content = ReadContent(request, errors);
        return ReadFields(request, errors) with { Source = request.Source, Content = content.Bytes, ContentType = content.Type };
    }

    /// <summary>What our own JSON, or the query of a page, says beside source and content.</summary>
    public static IncomingArticle ReadFields(PushRequest request, PushErrors errors)
    {
        if (request.Language is { } language && !LanguageTag.IsWellFormed(language))
            errors.Add("language", $"'{language}' is not a BCP 47 tag: write en, zh-Hant, pt-BR.");
        var article = new IncomingArticle
        {
            Id = request.Id,
            Url = request.Url,
            Title = request.Title,
            PublishedAt = ReadTime("publishedAt", request.PublishedAt, errors),
            EmbargoedUntil = ReadTime("embargoedUntil", request.EmbargoedUntil, errors),
            ExpiresAt = ReadTime("expiresAt", request.ExpiresAt, errors),
            Language = request.Language,
            Licence = request.Licence,
        };
        if (article.ExpiresAt?.ToInstant() <= article.EmbargoedUntil?.ToInstant())
            errors.Add("expiresAt", $"'{request.ExpiresAt}' is not after embargoedUntil: the article would never be seen.");
        return article;
    }

    /// <summary>The article in our own JSON, checked; null with errors.</summary>
    public static SubmissionDraft? Validate(PushRequest request, PushErrors errors)
    {
        var article = Read(request, errors);
        return Check(article, request.Source, errors) is { } item && !errors.Any ? item.Article : null;
    }

    /// <summary>What is to be done with an article; null with errors.</summary>
    /// <param name="article">The article.</param>
    /// <param name="source">The source that the request names; null leaves it to the article.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static PushItem? Check(IncomingArticle article, string? source, PushErrors errors)
    {
        var own = new PushErrors();
        source ??= article.Source;
        if (string.IsNullOrWhiteSpace(source)) own.Add("source", "is required: name the feed that the article comes from.");
        CheckLength("source", source, Source.MaxIdLength, own);
        CheckLength("id", article.Id, MaxIdLength, own);
        CheckLength("url", article.Url, MaxUrlLength, own);
        CheckLength("title", article.Title, MaxTitleLength, own);
        CheckLength("licence", article.Licence, MaxLicenceLength, own);
        if (article.Id is not null && string.IsNullOrWhiteSpace(article.Id))
            own.Add("id", "is empty: leave it out if the source has none.");
        if (article.Url is not null && !IsHttpUrl(article.Url)) own.Add("url", $"'{article.Url}' is not an absolute http or https URL.");
        errors.AddAll("", own);
        if (own.Any) return null;
        var draft = new SubmissionDraft
        {
            Source = source!.Trim(),
            SourceArticleId = article.Id?.Trim(),
            Hints = new ArticleHints
            {
                Url = article.Url,
                Title = article.Title,
                PublishedAt = article.PublishedAt,
                // What a format carries is not refused for a language that is written oddly.
                Language = article.Language is { } language && LanguageTag.IsWellFormed(language) ? language : null,
                Licence = article.Licence,
            },
            EmbargoedUntil = article.EmbargoedUntil?.ToInstant(),
            ExpiresAt = article.ExpiresAt?.ToInstant(),
            ContentType = article.ContentType ?? ArticlePage.ContentType,
            Content = article.Content ?? ArticlePage.Write(article),
        };
        return new PushItem(draft, article.IsWithdrawal);
    }

    /// <summary>A time that was written by a sender; null if there is none, or with errors.</summary>
    public static ArticleTime? ReadTime(string field, string? text, PushErrors errors)
    {
        if (text is null) return null;
        if (ArticleTime.TryParse(text, out var time)) return time;
        errors.Add(field, $"'{text}' is not ISO 8601: write 2023-03-14, or 2023-03-14T08:30:00+08:00.");
        return null;
    }

    private static bool IsPage(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && PageTypes.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase);

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
        if (!IsPage(contentType))
            errors.Add("contentType", $"'{contentType}' is not one of {string.Join(", ", PageTypes)}; rawBase64 needs one of them.");
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
