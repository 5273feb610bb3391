using Ingestion.Publish.Reading;
using Ingestion.Storage;

namespace Ingestion.Publish.Feeds;

/// <summary>A page of a feed, before it is written in a format.</summary>
internal sealed record FeedPage
{
    /// <summary>The site's name.</summary>
    public required string SiteName { get; init; }

    /// <summary>Where the service is reached; ends with a slash.</summary>
    public required Uri Root { get; init; }

    /// <summary>Which articles it has.</summary>
    public required ReaderFilter Filter { get; init; }

    /// <summary>Where this page begins: before this place in the change sequence; null for the first page.</summary>
    public long? Before { get; init; }

    /// <summary>The current versions, newest first, tombstones among them.</summary>
    public required IReadOnlyList<PublishedArticle> Articles { get; init; }

    /// <summary>Where the page after this one begins; null on the last.</summary>
    public long? NextBefore { get; init; }

    /// <summary>Where the page before this one begins; null if that is the first, and on the first.</summary>
    public long? PreviousBefore { get; init; }

    /// <summary>Where the last page begins; null if that is the first.</summary>
    public long? LastBefore { get; init; }

    /// <summary>The WebSub hub, if there is one.</summary>
    public FeedHub? Hub { get; init; }

    /// <summary>The same for every page and format of the feed, and for good.</summary>
    public string Id => "urn:ingestion:feed" + string.Concat(Filter.Parts.Select(part => $":{part.Key}={Uri.EscapeDataString(part.Value!)}"));

    /// <summary>The feed's title.</summary>
    public string Title => Filter.Words is { Length: > 0 } words ? $"{SiteName} · {words}" : SiteName;

    /// <summary>When the newest on this page was published or withdrawn; null on an empty page.</summary>
    public DateTimeOffset? Updated => Articles.Count == 0 ? null : Articles.Max(article => article.PublishedAt);

    /// <summary>The page of the site with the same articles.</summary>
    public string Alternate => Absolute(SitePaths.Of(Filter));

    /// <summary>The hub's URL, if there is one.</summary>
    public string? HubUrl => Hub is null ? null : Absolute(Hub.Path);

    /// <summary>This page's own URL; the first page's is the feed's, and the topic that a WebSub subscriber names.</summary>
    public string Self(FeedFormat format) => At(format, Before);

    /// <summary>The first page (RFC 5005, 3).</summary>
    public string First(FeedFormat format) => At(format, null);

    /// <summary>The page after this one; null on the last. Pages go from the newest to the oldest.</summary>
    public string? Next(FeedFormat format) => NextBefore is null ? null : At(format, NextBefore);

    /// <summary>The page before this one; null on the first.</summary>
    public string? Previous(FeedFormat format) => Before is null ? null : At(format, PreviousBefore);

    /// <summary>The page with the oldest; null where there is but one page.</summary>
    public string? Last(FeedFormat format) => Before is null && NextBefore is null ? null : At(format, LastBefore);

    /// <summary>The id of an article's entry, the same in every format and for good.</summary>
    public static string EntryId(string articleId) => $"urn:ingestion:article:{articleId}";

    /// <summary>The page of an article on the site.</summary>
    public string EntryUrl(string articleId) => Absolute(SitePaths.Article(articleId));

    private string At(FeedFormat format, long? before) => Absolute(Filter.AddTo(format.Path, before));

    private string Absolute(string path) => new Uri(Root, path).AbsoluteUri;
}
