namespace Ingestion.Contracts;

/// <summary>A version of an article was accepted and stored. The raw bytes stay in the store (claim check).</summary>
public sealed record ArticleIngested : IArticleMessage
{
    /// <inheritdoc/>
    public required string ArticleId { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <inheritdoc/>
    public required string Source { get; init; }

    /// <inheritdoc/>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <inheritdoc/>
    public required int Attempt { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<StageRun> Timeline { get; init; } = [];

    /// <summary>Media type of the raw bytes, with its charset if one was declared.</summary>
    public required string ContentType { get; init; }

    /// <summary>SHA-256 over the raw bytes and the hints, lower-case hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Length of the raw bytes.</summary>
    public required long RawLength { get; init; }

    /// <summary>What the sender said about the article.</summary>
    public ArticleHints Hints { get; init; } = new();

    /// <summary>
    /// The version from whose bytes this one was made again because the rules have changed: rules from a cache will not do. Null for
    /// what was pushed.
    /// </summary>
    public int? RecleanedFrom { get; init; }
}
