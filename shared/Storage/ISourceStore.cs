namespace Ingestion.Storage;

/// <summary>
/// Keeps the sources that were set up. Every method throws <see cref="StoreUnavailableException"/> when the store cannot be
/// reached.
/// </summary>
public interface ISourceStore
{
    /// <summary>A source, or null if it has no record. What was written before the call is seen by it.</summary>
    Task<Source?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The sources after an id, in ordinal order of their ids.</summary>
    /// <param name="afterId">The last id of the page before; null for the first page.</param>
    /// <param name="limit">Most sources to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Source>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a source if the stored revision is the one before its <see cref="Source.Revision"/>; revision 1 makes the record.
    /// Answers <see cref="WriteOutcome.Written"/>, or <see cref="WriteOutcome.Stale"/> if somebody else was faster.
    /// </summary>
    Task<WriteOutcome> SaveAsync(Source source, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a source's record if it stands at this revision, and answers <see cref="WriteOutcome.Written"/>, else
    /// <see cref="WriteOutcome.Stale"/>. Its tokens and
    /// its counts of refusals go with it, its articles stay.
    /// </summary>
    Task<WriteOutcome> DeleteAsync(string id, long revision, CancellationToken cancellationToken);
}
