using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>A version of an article as it was published.</summary>
public sealed record PublishedArticle
{
    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>The source it came from.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// The language of the body, a BCP 47 primary tag, "und" if it cannot be told. A tombstone keeps the language of what it
    /// withdrew; null if nothing was published before it.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>What it is about, see <see cref="ArticleTopics"/>. A tombstone keeps the topics of what it withdrew.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>When this version was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When this version was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When the first version was published.</summary>
    public required DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>Whether this is the version that readers get.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>Its place in the change sequence; null for a version that was stale on arrival.</summary>
    public long? Sequence { get; init; }

    /// <summary>
    /// The cluster of near-duplicates it belongs to: the id of the cluster's first article. Null for what was published before there
    /// were clusters, and for a withdrawal of what was never published.
    /// </summary>
    public string? ClusterId { get; init; }

    /// <summary>The article; null in a tombstone. A withdrawal takes it out of every version before it.</summary>
    public CleanedArticle? Article { get; init; }

    /// <summary>What was added to it; null in a tombstone.</summary>
    public Enrichment? Enrichment { get; init; }

    /// <summary>Whether this version is a withdrawal, or was withdrawn.</summary>
    public bool IsTombstone => Article is null;
}
