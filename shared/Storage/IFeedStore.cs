namespace Ingestion.Storage;

/// <summary>
/// Keeps the feeds that are polled, and shares them among the processes that poll: a feed under a lease is no one else's.
/// Every method throws <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface IFeedStore
{
    /// <summary>A source's feed, or null if it has none.</summary>
    Task<PolledFeed?> FindAsync(string sourceId, CancellationToken cancellationToken);

    /// <summary>The feeds after a source's id, in ordinal order of the sources' ids.</summary>
    /// <param name="afterSourceId">The last id of the page before; null for the first page.</param>
    /// <param name="limit">Most feeds to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<PolledFeed>> ListAsync(string? afterSourceId, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a feed as it was set up, if the stored revision is the one before its <see cref="PolledFeed.Revision"/> and no poll
    /// began since it was read; revision 1 makes the record. A poll that runs loses its lease: its result is stale. Answers
    /// <see cref="WriteOutcome.Written"/>, or <see cref="WriteOutcome.Stale"/> if somebody else was faster.
    /// </summary>
    Task<WriteOutcome> SaveAsync(PolledFeed feed, CancellationToken cancellationToken);

    /// <summary>Deletes a source's feed; answers false if it has none. The articles stay.</summary>
    Task<bool> DeleteAsync(string sourceId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a lease on up to <paramref name="limit"/> feeds that are due at <paramref name="now"/>, the longest due first: makes
    /// them due again when <paramref name="lease"/> ends. No two callers get the same feed in the same lease.
    /// </summary>
    Task<IReadOnlyList<PolledFeed>> ClaimDueAsync(int limit, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what a poll left, under the lease that it was claimed with. Answers <see cref="WriteOutcome.Written"/>, or
    /// <see cref="WriteOutcome.Stale"/> if the lease is another's by now, or the feed was changed or deleted.
    /// </summary>
    Task<WriteOutcome> FinishAsync(PolledFeed feed, CancellationToken cancellationToken);
}
