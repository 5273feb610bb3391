namespace Ingestion.Storage;

/// <summary>Which submissions to list: the latest version of each article, newest first by time of receipt.</summary>
public sealed record SubmissionQuery
{
    /// <summary>Most items on a page that can be asked for.</summary>
    public const int MaxLimit = 200;

    /// <summary>Only from this source.</summary>
    public string? Source { get; init; }

    /// <summary>Only in this language, a BCP 47 tag; only published articles have one.</summary>
    public string? Language { get; init; }

    /// <summary>Only in this state.</summary>
    public SubmissionState? State { get; init; }

    /// <summary>Only those whose state changed at or after this instant.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Only those received at or after this instant.</summary>
    public DateTimeOffset? ReceivedSince { get; init; }

    /// <summary>The cursor of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>Items on a page, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;
}
