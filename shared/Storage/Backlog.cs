namespace Ingestion.Storage;

/// <summary>What the pipeline has in hand.</summary>
/// <param name="Unfinished">Submissions that are accepted and not finished.</param>
/// <param name="Failed">Submissions that failed for good and were not replayed.</param>
/// <param name="OldestUnfinished">When the oldest unfinished one was received.</param>
public sealed record Backlog(long Unfinished, long Failed, DateTimeOffset? OldestUnfinished);
