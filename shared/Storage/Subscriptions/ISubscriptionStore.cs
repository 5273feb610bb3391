namespace Ingestion.Storage.Subscriptions;

/// <summary>
/// Keeps the subscriptions. Every method throws <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface ISubscriptionStore
{
    /// <summary>One subscription, or null.</summary>
    Task<Subscription?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Several subscriptions by their ids; those that are not there are left out.</summary>
    Task<IReadOnlyDictionary<string, Subscription>> FindAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>The subscriptions after an id, in ordinal order of their ids.</summary>
    /// <param name="subscriberId">Only this subscriber's; null for everybody's.</param>
    /// <param name="afterId">The last id of the page before; null for the first page.</param>
    /// <param name="limit">Most subscriptions to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Subscription>> ListAsync(string? subscriberId, string? afterId, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Adds a subscription, revision 1. From this act on, nothing that is published passes it by: it is sent what comes after the
    /// last place of the sequence now, which the answer has in <see cref="Subscription.StartsAfter"/>.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="backfillAfter">Send what changed after this place, up to now, as well; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The subscription as it is kept; null if its id is taken.</returns>
    Task<Subscription?> AddAsync(Subscription subscription, long? backfillAfter, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a subscription if the stored revision is the one before its <see cref="Subscription.Revision"/>. What is published after
    /// this act sees it as it is now. Answers <see cref="WriteOutcome.Written"/>, or <see cref="WriteOutcome.Stale"/> if somebody else
    /// was faster.
    /// </summary>
    Task<WriteOutcome> SaveAsync(Subscription subscription, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a subscription. Its deliveries stay as proof of what was sent; those that still wait become
    /// <see cref="Deliveries.DeliveryState.Skipped"/>. Answers false if there is none.
    /// </summary>
    Task<bool> DeleteAsync(string id, CancellationToken cancellationToken);
}
