using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.Feeds;

/// <summary>A feed document, pushed: each entry an article.</summary>
internal static class FeedFormat
{
    /// <summary>RSS and Atom.</summary>
    public static PushFormat Format { get; } = new("a feed",
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/rss+xml"], Read, IsList: true);

    /// <summary>JSON Feed.</summary>
    public static PushFormat Json { get; } = new("JSON Feed", ["application/feed+json"], Read, IsList: true);

    private static List<IncomingArticle> Read(PushDocument document, PushErrors errors)
    {
        try
        {
            var feed = FeedReader.Read(document.Content.Span, document.ContentType, document.Hints.Url);
            if (feed.Entries.Count == 0) errors.Add("body", $"is a feed ({feed.Version}) without any entry.");
            if (feed.IsTruncated) errors.Add("body", $"has more than {FeedReader.MaxEntries} entries: send them in parts.");
            return [.. EntryArticles.Of(feed)];
        }
        catch (FeedFormatException e)
        {
            errors.Add("body", $"is no feed. {e.Message}");
            return [];
        }
    }
}
