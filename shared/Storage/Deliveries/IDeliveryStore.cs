namespace Ingestion.Storage.Deliveries;

/// <summary>
/// Keeps the deliveries, which <see cref="IArticleStore.PublishAsync"/> makes. Every method throws
/// <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface IDeliveryStore
{
    /// <summary>
    /// A subscription's deliveries that may be sent at <paramref name="now"/>, the longest due first. Of one article only the earliest
    /// change that is unfinished is among them, and only when it is due itself.
    /// </summary>
    /// <param name="subscriptionId">The subscription.</param>
    /// <param name="now">The present.</param>
    /// <param name="limit">Most to return.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<Delivery>> ReadDueAsync(
        string subscriptionId, DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Writes what became of a delivery, if the stored revision is the one before its <see cref="Delivery.Revision"/>. Answers
    /// <see cref="WriteOutcome.Written"/>, or <see cref="WriteOutcome.Stale"/> if it was changed meanwhile.
    /// </summary>
    Task<WriteOutcome> SaveAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Adds deliveries of past changes. Those that are there already stay as they are.</summary>
    Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken);

    /// <summary>One delivery with its log, or null.</summary>
    Task<Delivery?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A subscription's deliveries, newest change first; without their logs unless the query wants them.</summary>
    Task<IReadOnlyList<Delivery>> ListAsync(DeliveryQuery query, CancellationToken cancellationToken);

    /// <summary>An article's deliveries to everybody in order of the changes, without their logs.</summary>
    Task<IReadOnlyList<Delivery>> ListByArticleAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>
    /// How many deliveries of each subscription are in each state. Every subscription that is asked for is there; states without any
    /// are left out.
    /// </summary>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<DeliveryState, long>>> CountAsync(
        IReadOnlyCollection<string> subscriptionIds, CancellationToken cancellationToken);

    /// <summary>
    /// Makes failed deliveries of changes since an instant due again, with a schedule of their own. Those of articles of which a later
    /// change was delivered stay as they are: they would take the receiver back. Answers how many.
    /// </summary>
    Task<long> RecoverAsync(string subscriptionId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Makes what waits for its next attempt due, with a schedule of its own. Answers how many.</summary>
    Task<long> RestartPendingAsync(string subscriptionId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Skips what is pending, but for withdrawals. Answers how many.</summary>
    Task<long> SkipPendingAsync(string subscriptionId, CancellationToken cancellationToken);
}
