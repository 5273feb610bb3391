namespace Ingestion.Publish.Feeds;

/// <summary>A format that feeds are written in.</summary>
/// <param name="Path">Its path, relative to the service's root.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Write">Writes it; the same page gives the same bytes.</param>
internal sealed record FeedFormat(string Path, string ContentType, string Name, Func<FeedPage, byte[]> Write)
{
    /// <summary>Atom (RFC 4287) with paging (RFC 5005) and tombstones (RFC 6721).</summary>
    public static FeedFormat Atom { get; } = new("v1/feed.atom", "application/atom+xml", "Atom", AtomWriter.Write);

    /// <summary>RSS 2.0 with the modules content, dc and media.</summary>
    public static FeedFormat Rss { get; } = new("v1/feed.rss", "application/rss+xml", "RSS", RssWriter.Write);

    /// <summary>JSON Feed 1.1.</summary>
    public static FeedFormat Json { get; } = new("v1/feed.json", "application/feed+json", "JSON Feed", JsonFeedWriter.Write);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FeedFormat> All { get; } = [Atom, Rss, Json];
}
