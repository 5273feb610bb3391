using Ingestion.Storage;

namespace Ingestion.Publish.Api.Records;

/// <summary>An article in a list: its latest version, and how far it got.</summary>
internal sealed record ArticleListItem
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its latest version.</summary>
    public required int Version { get; init; }

    /// <summary>The source it came from.</summary>
    public required string Source { get; init; }

    /// <summary>Where the page stood, if the sender said so.</summary>
    public string? Url { get; init; }

    /// <summary>Its title; before it is published, the sender's, if there was one.</summary>
    public string? Title { get; init; }

    /// <summary>Its language, a BCP 47 tag; known once it is published.</summary>
    public string? Language { get; init; }

    /// <summary>Where its latest version stands.</summary>
    public required SubmissionState State { get; init; }

    /// <summary>When its latest version was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When its state last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Words of the body.</summary>
    public int? WordsKept { get; init; }

    /// <summary>Words of the page that are not in the body.</summary>
    public int? WordsRemoved { get; init; }

    /// <summary>How long its stages took, together.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>Why it failed, or why its last attempt did.</summary>
    public FailureSummary? Failure { get; init; }

    public static ArticleListItem From(Submission submission) => new()
    {
        Id = submission.ArticleId,
        Version = submission.Version,
        Source = submission.Source,
        Url = submission.IsHeldBack() ? null : submission.Hints.Url,
        Title = submission.Summary is { Title: not "" } summary ? summary.Title : submission.IsHeldBack() ? null : submission.Hints.Title,
        Language = submission.Summary?.Language,
        State = submission.State,
        ReceivedAt = submission.ReceivedAt,
        ChangedAt = submission.ChangedAt,
        WordsKept = submission.Summary?.WordsKept,
        WordsRemoved = submission.Summary?.WordsRemoved,
        Milliseconds = submission.Timeline.Count == 0 ? null : Math.Round(submission.Timeline.Sum(run => run.Milliseconds), 1),
        Failure = FailureSummary.From(submission.Failure),
    };
}
