namespace Ingestion.Storage.Subscriptions;

/// <summary>
/// Keeps the subscribers. Every method throws <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface ISubscriberStore
{
    /// <summary>One subscriber, or null.</summary>
    Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The subscriber that has a token with this hash, or null.</summary>
    Task<Subscriber?> FindByTokenAsync(string hash, CancellationToken cancellationToken);

    /// <summary>The subscribers after an id, in ordinal order of their ids.</summary>
    /// <param name="afterId">The last id of the page before; null for the first page.</param>
    /// <param name="limit">Most subscribers to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Subscriber>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a subscriber if the stored revision is the one before its <see cref="Subscriber.Revision"/>; revision 1 makes the record.
    /// Answers <see cref="WriteOutcome.Written"/>, or <see cref="WriteOutcome.Stale"/> if somebody else was faster.
    /// </summary>
    Task<WriteOutcome> SaveAsync(Subscriber subscriber, CancellationToken cancellationToken);

    /// <summary>Deletes a subscriber with its tokens. Its subscriptions are the caller's to delete first.</summary>
    Task<bool> DeleteAsync(string id, CancellationToken cancellationToken);
}
