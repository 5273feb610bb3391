namespace Ingestion.Contracts;

/// <summary>The source took the article back. A withdrawal is a version of its own and leaves a tombstone.</summary>
public sealed record ArticleWithdrawn : IArticleMessage
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
}
