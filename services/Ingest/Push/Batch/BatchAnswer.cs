using Ingestion.Storage;

namespace Ingestion.Ingest.Push.Batch;

/// <summary>What became of one line of a batch: what the line would have been answered on its own.</summary>
internal sealed record BatchAnswer
{
    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>202 accepted, 200 accepted before, 4xx refused, 503 to be sent again.</summary>
    public required int Status { get; init; }

    /// <summary>The article's id.</summary>
    public string? Id { get; init; }

    /// <summary>The version that was accepted, now or earlier.</summary>
    public int? Version { get; init; }

    /// <summary>Where it stands.</summary>
    public SubmissionState? State { get; init; }

    /// <summary>Where to see what became of it.</summary>
    public string? StatusUrl { get; init; }

    /// <summary>A stable code of why it was not accepted.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it was not accepted.</summary>
    public string? Detail { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}
