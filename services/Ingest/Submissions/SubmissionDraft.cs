using Ingestion.Contracts;

namespace Ingestion.Ingest.Submissions;

/// <summary>A checked push, before it has an identity. Every way in ends here.</summary>
internal sealed record SubmissionDraft
{
    /// <summary>The source.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own id.</summary>
    public string? SourceArticleId { get; init; }

    /// <summary>What the sender said.</summary>
    public ArticleHints Hints { get; init; } = new();

    /// <summary>Not to be published before.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>To be withdrawn then.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Media type of the content.</summary>
    public required string ContentType { get; init; }

    /// <summary>The content as received.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }
}
