using System.Globalization;
using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Ingest.Feeds.Dates;

namespace Ingestion.Ingest.Feeds.Json;

/// <summary>
/// Reads JSON Feed 1.0 and 1.1. A field of the wrong type is passed over; what senders get wrong most (numbers for ids) is
/// taken.
/// </summary>
internal static class JsonFeedReader
{
    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>The feed.</summary>
    /// <exception cref="FeedFormatException">It is no JSON, or JSON that is no feed.</exception>
    public static Feed Read(string json, string? url)
    {
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'), Options);
            return Read(document.RootElement, url);
        }
        catch (JsonException e)
        {
            throw new FeedFormatException($"The document begins like JSON, but is not: {e.Message}");
        }
    }

    private static Feed Read(JsonElement feed, string? url)
    {
        var version = Text(feed, "version") ?? "";
        if (!feed.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            throw new FeedFormatException("The document is JSON without an array 'items': it is no JSON Feed.");
        var baseUrl = Text(feed, "feed_url") is { } self ? FeedUrl.Resolve(self, url) : url;
        var entries = items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Take(FeedReader.MaxEntries)
            .Select(item => ReadItem(item, baseUrl)).ToList();
        return new Feed
        {
            Version = version.EndsWith("1.1", StringComparison.Ordinal) ? FeedVersion.Json11 : FeedVersion.Json10,
            Title = Plain(feed, "title"),
            Description = Plain(feed, "description"),
            Link = Url(feed, "home_page_url", baseUrl),
            SelfLink = Url(feed, "feed_url", url),
            Hubs = [.. Array(feed, "hubs").Where(IsWebSub).Select(hub => Url(hub, "url", baseUrl)).OfType<string>()],
            NextPage = Url(feed, "next_url", baseUrl),
            Language = Text(feed, "language")?.Replace('_', '-'),
            // JSON Feed has no dates of its own: those of its latest entry.
            Published = Latest(entries.Select(entry => entry.Published)),
            Updated = Latest(entries.Select(entry => entry.Updated)),
            Authors = Authors(feed),
            Image = Url(feed, "icon", baseUrl) ?? Url(feed, "favicon", baseUrl),
            IsExpired = feed.TryGetProperty("expired", out var expired) && expired.ValueKind == JsonValueKind.True,
            Entries = entries,
            IsTruncated = items.GetArrayLength() > FeedReader.MaxEntries,
        };
    }

    private static bool IsWebSub(JsonElement hub) => string.Equals(Text(hub, "type"), "WebSub", StringComparison.OrdinalIgnoreCase);

    private static ArticleTime? Latest(IEnumerable<ArticleTime?> times) => times.MaxBy(time => time?.ToInstant());

    private static FeedEntry ReadItem(JsonElement item, string? feedUrl)
    {
        var link = Url(item, "url", feedUrl) ?? Url(item, "external_url", feedUrl);
        var id = Text(item, "id");
        var html = Text(item, "content_html");
        var text = Text(item, "content_text");
        return new FeedEntry
        {
            RawId = id,
            Id = id,
            Link = link ?? (FeedUrl.IsWeb(id) ? id : null),
            Title = Plain(item, "title"),
            Summary = Plain(item, "summary"),
            Content = html is not null ? FeedText.Html(html, link ?? feedUrl) : text is not null ? FeedText.Plain(text) : null,
            Published = FeedDate.Parse(Text(item, "date_published")),
            Updated = FeedDate.Parse(Text(item, "date_modified")),
            Authors = Authors(item),
            Categories = [.. Array(item, "tags").Select(Scalar).OfType<string>().Distinct()],
            Enclosures = [.. Array(item, "attachments").Select(attachment => ReadAttachment(attachment, feedUrl)).OfType<FeedEnclosure>()],
            Image = Url(item, "image", feedUrl) ?? Url(item, "banner_image", feedUrl),
            Language = Text(item, "language")?.Replace('_', '-'),
        };
    }

    private static FeedEnclosure? ReadAttachment(JsonElement attachment, string? feedUrl) =>
        Url(attachment, "url", feedUrl) is { } url
            ? new FeedEnclosure(url, Text(attachment, "mime_type"), Text(attachment, "size_in_bytes")) : null;

    private static List<FeedPerson> Authors(JsonElement element)
    {
        var authors = new List<FeedPerson>();
        var listed = Array(element, "authors").ToList();
        // Version 1.0 had one author; in 1.1 the list counts.
        if (listed.Count == 0 && element.TryGetProperty("author", out var single)) listed.Add(single);
        foreach (var author in listed)
        {
            var (name, url) = (Text(author, "name"), Text(author, "url"));
            if (name is not null || url is not null) authors.Add(new FeedPerson(name, null, url));
        }
        return authors;
    }

    private static JsonElement.ArrayEnumerator Array(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray() : default;

    private static FeedText? Plain(JsonElement element, string name) => Text(element, name) is { } text ? FeedText.Plain(text) : null;

    private static string? Url(JsonElement element, string name, string? baseUrl) =>
        Text(element, name)?.Trim() is { Length: > 0 } url ? FeedUrl.Resolve(url, baseUrl) : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Scalar(value) : null;

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText().ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
