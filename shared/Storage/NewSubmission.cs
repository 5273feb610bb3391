using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>A submission that is to be accepted. The store gives it its version.</summary>
public sealed record NewSubmission
{
    /// <summary>The article, see <see cref="Contracts.ArticleId"/>.</summary>
    public required string ArticleId { get; init; }

    /// <summary>What it asks for.</summary>
    public SubmissionKind Kind { get; init; } = SubmissionKind.Article;

    /// <summary>The source it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own id, if it gave one.</summary>
    public string? SourceArticleId { get; init; }

    /// <summary>What the sender said about the article.</summary>
    public ArticleHints Hints { get; init; } = new();

    /// <summary>Media type of <see cref="Raw"/>, with its charset if one was declared. Empty for a withdrawal.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>SHA-256 over the raw bytes and the hints, lower-case hex. Empty for a withdrawal.</summary>
    public string ContentHash { get; init; } = "";

    /// <summary>The bytes as received. Empty for a withdrawal.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>When it was received, in whole milliseconds.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Not to be published before, in whole milliseconds; null if it may be at once.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>To be withdrawn then, in whole milliseconds; null if it stays.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>W3C traceparent of the request, so that a later attempt continues its trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When the sweeper may take it up if nothing has finished it by then: the end of the first lease.</summary>
    public required DateTimeOffset DueAt { get; init; }
}
