using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>A version of an article that is to be published, or withdrawn.</summary>
public sealed record Publication
{
    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The version.</summary>
    public required int Version { get; init; }

    /// <summary>The source it came from.</summary>
    public required string Source { get; init; }

    /// <summary>When this version was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The article; null for a withdrawal.</summary>
    public CleanedArticle? Article { get; init; }

    /// <summary>What was added to it; null for a withdrawal.</summary>
    public Enrichment? Enrichment { get; init; }

    /// <summary>The stages that ran, the one that publishes included.</summary>
    public required IReadOnlyList<StageRun> Timeline { get; init; }

    /// <summary>The trace it is published in, a W3C traceparent, for its deliveries.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When it is published, in whole milliseconds.</summary>
    public required DateTimeOffset PublishedAt { get; init; }
}
