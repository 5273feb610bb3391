using Ingestion.Storage;

namespace Ingestion.Publish.Api.Records;

/// <summary>A version of an article, and what became of it.</summary>
internal sealed record VersionEntry
{
    /// <summary>Counted up from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it is content or a withdrawal.</summary>
    public required SubmissionKind Kind { get; init; }

    /// <summary>Where it stands.</summary>
    public required SubmissionState State { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When its state last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Media type of the raw bytes; absent for a withdrawal.</summary>
    public string? ContentType { get; init; }

    /// <summary>SHA-256 over the raw bytes and the hints, lower-case hex; absent for a withdrawal.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Length of the raw bytes.</summary>
    public required long RawLength { get; init; }

    /// <summary>The version from whose bytes it was made again under newer rules; absent if it was pushed.</summary>
    public int? RecleanedFrom { get; init; }

    /// <summary>Not published before; absent if it had no embargo.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Withdrawn then; absent if it stays.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How many times it was driven into the pipeline.</summary>
    public required int Attempt { get; init; }

    /// <summary>When it is driven again unless it is finished by then; absent once it is.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Why it failed, or why its last attempt did.</summary>
    public FailureDetail? Failure { get; init; }

    /// <summary>The stages that ran, in order.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public static VersionEntry From(Submission submission) => new()
    {
        Version = submission.Version,
        Kind = submission.Kind,
        State = submission.State,
        ReceivedAt = submission.ReceivedAt,
        ChangedAt = submission.ChangedAt,
        ContentType = submission.ContentType is "" ? null : submission.ContentType,
        ContentHash = submission.ContentHash is "" ? null : submission.ContentHash,
        RawLength = submission.RawLength,
        RecleanedFrom = submission.RecleanedFrom,
        EmbargoedUntil = submission.EmbargoedUntil,
        ExpiresAt = submission.ExpiresAt,
        Attempt = submission.Attempt,
        DueAt = submission.DueAt,
        Failure = FailureDetail.From(submission.Failure),
        Timeline = [.. submission.Timeline.Select(TimelineEntry.From)],
    };
}
