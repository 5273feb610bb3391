namespace Ingestion.Storage;

/// <summary>
/// Counts what was refused, by source and reason; deleting a source forgets it. Every method throws <see cref="StoreUnavailableException"/>
/// when the store cannot be reached.
/// </summary>
public interface IRefusalStore
{
    /// <summary>Adds to the counts.</summary>
    /// <param name="refusals">What came since the last call; no two of one source and reason.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task AddAsync(IReadOnlyCollection<Refusals> refusals, CancellationToken cancellationToken);

    /// <summary>What was refused of a source, by reason in ordinal order.</summary>
    Task<IReadOnlyList<Refusals>> ListAsync(string sourceId, CancellationToken cancellationToken);
}

/// <summary>How often pushes of a source were refused for a reason.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Reason">A stable code of the reason, of which there are few.</param>
/// <param name="Count">How often.</param>
/// <param name="LastAt">When last, in whole milliseconds.</param>
public sealed record Refusals(string SourceId, string Reason, long Count, DateTimeOffset LastAt);
