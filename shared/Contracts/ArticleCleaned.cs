namespace Ingestion.Contracts;

/// <summary>The article was taken out of the page and repaired.</summary>
public sealed record ArticleCleaned : IArticleMessage
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
}
