namespace Ingestion.Contracts;

/// <summary>What can be told from the article alone was added to it.</summary>
public sealed record ArticleEnriched : IArticleMessage
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

    /// <summary>The article, or where it lies.</summary>
    public required ArticlePayload Article { get; init; }

    /// <summary>What was added.</summary>
    public required Enrichment Enrichment { get; init; }
}
