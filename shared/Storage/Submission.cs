using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>
/// A stored submission: one version of one article, and how far it got. The row is the outbox: whatever is
/// <see cref="SubmissionState.Accepted"/> and past <see cref="DueAt"/> is driven again.
/// The raw bytes belong to it but are read apart, see <see cref="ISubmissionStore.ReadRawAsync"/>.
/// </summary>
public sealed record Submission
{
    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>Counted up from 1 per article.</summary>
    public required int Version { get; init; }

    /// <summary>Whether no later version of the article has been accepted or published.</summary>
    public bool IsLatest { get; init; } = true;

    /// <summary>What it asks for.</summary>
    public required SubmissionKind Kind { get; init; }

    /// <summary>The source it came from.</summary>
    public required string Source { get; init; }

    /// <summary>The source's own id.</summary>
    public string? SourceArticleId { get; init; }

    /// <summary>What the sender said.</summary>
    public ArticleHints Hints { get; init; } = new();

    /// <summary>Media type of the raw bytes.</summary>
    public required string ContentType { get; init; }

    /// <summary>SHA-256 over the raw bytes and the hints.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Length of the raw bytes.</summary>
    public required long RawLength { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Not to be published before, in whole milliseconds; null if it may be at once.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>To be withdrawn then, in whole milliseconds; null if it stays.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>W3C traceparent of the request.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The version from whose bytes it was made again, if it was not pushed.</summary>
    public int? RecleanedFrom { get; init; }

    /// <summary>Where it stands.</summary>
    public required SubmissionState State { get; init; }

    /// <summary>When its state last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How many times it was driven into the pipeline; the first is 1. A replay begins again at 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When the sweeper may take it up; null once it is finished.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Why it failed, or why its last attempt did.</summary>
    public StageFailure? Failure { get; init; }

    /// <summary>The stages that ran, in order; known once it is finished, failed or deferred.</summary>
    public IReadOnlyList<StageRun> Timeline { get; init; } = [];

    /// <summary>What a list shows of the article; known once it is published.</summary>
    public ArticleSummary? Summary { get; init; }

    /// <summary>Whether it waits for the end of its embargo: nobody may see anything of it yet.</summary>
    public bool IsHeldBack() => EmbargoedUntil is not null && State == SubmissionState.Accepted && Attempt == 0;
}
