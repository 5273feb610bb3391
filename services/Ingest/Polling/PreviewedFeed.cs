using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Feeds.Discovery;
using Ingestion.Ingest.Formats;

namespace Ingestion.Ingest.Polling;

/// <summary>What is behind a URL.</summary>
internal sealed record PreviewedFeed
{
    /// <summary>The feed's URL, to be saved.</summary>
    public required string Url { get; init; }

    /// <summary>The feed; null with an error.</summary>
    public Feed? Feed { get; init; }

    /// <summary>Its first entries as articles.</summary>
    public IReadOnlyList<IncomingArticle> Entries { get; init; } = [];

    /// <summary>All feeds that the page names; empty if the URL was a feed's.</summary>
    public IReadOnlyList<FeedCandidate> Candidates { get; init; } = [];

    /// <summary>Why there is none.</summary>
    public string? Error { get; init; }
}
