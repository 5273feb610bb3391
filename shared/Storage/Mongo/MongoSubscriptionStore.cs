using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>
/// Subscriptions in MongoDB. Every write counts up a revision in the counter of changes: so it meets the transactions that publish,
/// and none of them misses it.
/// </summary>
internal sealed class MongoSubscriptionStore(MongoDatabase database) : ISubscriptionStore
{
    private static readonly FilterDefinitionBuilder<Subscription> Filter = Builders<Subscription>.Filter;

    /// <inheritdoc/>
    public Task<Subscription?> FindAsync(string id, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<Subscription?>(async () =>
            await database.Subscriptions.Find(s => s.Id == id).FirstOrDefaultAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Subscription>> FindAllAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyDictionary<string, Subscription>>(async () =>
        {
            var found = await database.Subscriptions.Find(Filter.In(s => s.Id, ids)).ToListAsync(cancellationToken);
            return found.ToDictionary(subscription => subscription.Id);
        });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Subscription>> ListAsync(
        string? subscriberId, string? afterId, int limit, CancellationToken cancellationToken)
    {
        var filter = afterId is null ? Filter.Empty : Filter.Gt(s => s.Id, afterId);
        if (subscriberId is not null) filter &= Filter.Eq(s => s.SubscriberId, subscriberId);
        return MongoErrors.TranslateAsync<IReadOnlyList<Subscription>>(async () =>
            await database.Subscriptions.Find(filter).SortBy(s => s.Id).Limit(limit).ToListAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public Task<Subscription?> AddAsync(Subscription subscription, long? backfillAfter, CancellationToken cancellationToken) =>
        RunAsync<Subscription?>(async session =>
        {
            var last = (await TouchAsync(session)).Value;
            if (await database.Subscriptions.Find(session, s => s.Id == subscription.Id).AnyAsync()) return null;
            var added = subscription with { StartsAfter = last };
            await database.Subscriptions.InsertOneAsync(session, added);
            await database.Dispatches.InsertOneAsync(session, new Dispatch
            {
                SubscriptionId = added.Id,
                BackfillAfter = backfillAfter < last ? backfillAfter : null,
                BackfillUntil = last,
            });
            return added;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(Subscription subscription, CancellationToken cancellationToken) => RunAsync(async session =>
    {
        await TouchAsync(session);
        var result = await database.Subscriptions.ReplaceOneAsync(
            session, s => s.Id == subscription.Id && s.Revision == subscription.Revision - 1, subscription);
        return result.MatchedCount > 0 ? WriteOutcome.Written : WriteOutcome.Stale;
    }, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        var deleted = await RunAsync(async session =>
        {
            await TouchAsync(session);
            var result = await database.Subscriptions.DeleteOneAsync(session, s => s.Id == id);
            await database.Dispatches.DeleteOneAsync(session, d => d.SubscriptionId == id);
            return result.DeletedCount > 0;
        }, cancellationToken);
        // Outside: there may be more than a transaction holds. Nobody sends them any more, and a repetition finds the rest.
        await MongoErrors.TranslateAsync(() => database.Deliveries.UpdateManyAsync(
            d => d.SubscriptionId == id && d.State == DeliveryState.Pending,
            Builders<Delivery>.Update.Set(d => d.State, DeliveryState.Skipped).Set(d => d.DueAt, null).Inc(d => d.Revision, 1),
            cancellationToken: cancellationToken));
        return deleted;
    }

    private Task<T> RunAsync<T>(Func<IClientSessionHandle, Task<T>> work, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(() => MongoTransaction.RunAsync(database.Client, work, cancellationToken));

    private Task<ChangeCounter> TouchAsync(IClientSessionHandle session) => database.Counters.FindOneAndUpdateAsync<ChangeCounter>(
        session,
        c => c.Id == ChangeCounter.Changes,
        Builders<ChangeCounter>.Update.Inc(c => c.SubscriptionsRevision, 1),
        new FindOneAndUpdateOptions<ChangeCounter> { IsUpsert = true, ReturnDocument = ReturnDocument.After });
}
