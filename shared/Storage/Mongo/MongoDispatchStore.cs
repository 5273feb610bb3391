using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>The leases on subscriptions in MongoDB.</summary>
internal sealed class MongoDispatchStore(MongoDatabase database) : IDispatchStore
{
    private static readonly FilterDefinitionBuilder<Dispatch> Filter = Builders<Dispatch>.Filter;
    private static readonly UpdateDefinitionBuilder<Dispatch> Update = Builders<Dispatch>.Update;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindDueAsync(string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<string>>(async () =>
        {
            var free = await database.Dispatches
                .Find((Free(now) | Filter.Eq(d => d.Owner, owner)) & (Filter.Eq(d => d.ThrottledUntil, null) | Filter.Lte(d => d.ThrottledUntil, now)))
                .Project(d => new { d.SubscriptionId, d.BackfillAfter }).ToListAsync(cancellationToken);
            if (free.Count == 0) return [];
            var ids = free.Select(d => d.SubscriptionId).ToList();
            var active = await database.Subscriptions
                .Find(Builders<Subscription>.Filter.In(s => s.Id, ids) & Builders<Subscription>.Filter.Eq(s => s.State, SubscriptionState.Active))
                .Project(s => s.Id).ToListAsync(cancellationToken);
            var backfilling = free.Where(d => d.BackfillAfter is not null).Select(d => d.SubscriptionId).ToHashSet();
            var asked = active.Where(id => !backfilling.Contains(id)).ToList();
            var due = asked.Count == 0 ? [] : await database.Deliveries.Aggregate()
                .Match(Builders<Delivery>.Filter.In(d => d.SubscriptionId, asked)
                    & Builders<Delivery>.Filter.Eq(d => d.State, DeliveryState.Pending)
                    & Builders<Delivery>.Filter.Lte(d => d.DueAt, now))
                .Group(d => d.SubscriptionId, group => new { Id = group.Key })
                .ToListAsync(cancellationToken);
            return [.. active.Where(backfilling.Contains), .. due.Select(group => group.Id)];
        });

    /// <inheritdoc/>
    public Task<Dispatch?> FindAsync(string subscriptionId, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<Dispatch?>(async () =>
            await database.Dispatches.Find(d => d.SubscriptionId == subscriptionId).FirstOrDefaultAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, Dispatch>> FindAllAsync(
        IReadOnlyCollection<string> subscriptionIds, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyDictionary<string, Dispatch>>(async () =>
        {
            var found = await database.Dispatches.Find(Filter.In(d => d.SubscriptionId, subscriptionIds)).ToListAsync(cancellationToken);
            return found.ToDictionary(dispatch => dispatch.SubscriptionId);
        });

    /// <inheritdoc/>
    public Task<Dispatch?> ClaimAsync(
        string subscriptionId, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<Dispatch?>(async () => await database.Dispatches.FindOneAndUpdateAsync<Dispatch>(
            Filter.Eq(d => d.SubscriptionId, subscriptionId) & Free(now),
            Update.Set(d => d.Owner, owner).Set(d => d.LeaseUntil, until),
            new FindOneAndUpdateOptions<Dispatch> { ReturnDocument = ReturnDocument.After },
            cancellationToken));

    /// <inheritdoc/>
    public Task<bool> SaveAsync(Dispatch dispatch, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        var result = await database.Dispatches.ReplaceOneAsync(
            d => d.SubscriptionId == dispatch.SubscriptionId && d.Owner == dispatch.Owner, dispatch, cancellationToken: cancellationToken);
        return result.MatchedCount > 0;
    });

    /// <inheritdoc/>
    public Task ResetAsync(string subscriptionId, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(
        () => database.Dispatches.UpdateOneAsync(
            d => d.SubscriptionId == subscriptionId, Update.Set(d => d.ThrottledUntil, null).Set(d => d.FailingSince, null).Set(d => d.Failures, 0),
            cancellationToken: cancellationToken));

    private static FilterDefinition<Dispatch> Free(DateTimeOffset now) =>
        Filter.Eq(d => d.LeaseUntil, null) | Filter.Lte(d => d.LeaseUntil, now);
}
