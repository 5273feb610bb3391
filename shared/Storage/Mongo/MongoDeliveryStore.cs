using Ingestion.Storage.Deliveries;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Deliveries in MongoDB.</summary>
internal sealed class MongoDeliveryStore(MongoDatabase database) : IDeliveryStore
{
    private const int PageSize = 200;

    private static readonly FilterDefinitionBuilder<Delivery> Filter = Builders<Delivery>.Filter;
    private static readonly UpdateDefinitionBuilder<Delivery> Update = Builders<Delivery>.Update;
    private static readonly ProjectionDefinition<Delivery> WithoutLog = Builders<Delivery>.Projection.Exclude(d => d.Attempts);

    private IMongoCollection<Delivery> Deliveries => database.Deliveries;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ReadDueAsync(
        string subscriptionId, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<Delivery>>(async () =>
        {
            var ready = new List<Delivery>();
            var read = 0;
            // Pages, since a page may hold nothing but changes that wait for earlier ones.
            for (var size = limit; ready.Count < limit; size = PageSize)
            {
                var due = await Deliveries.Find(d => d.SubscriptionId == subscriptionId && d.State == DeliveryState.Pending && d.DueAt <= now)
                    .Sort(Builders<Delivery>.Sort.Ascending(d => d.DueAt).Ascending(d => d.Sequence))
                    .Skip(read).Limit(size).ToListAsync(cancellationToken);
                ready.AddRange(await FirstOfTheirArticlesAsync(subscriptionId, due, cancellationToken));
                read += due.Count;
                if (due.Count < size) break;
            }
            return ready.Count <= limit ? ready : ready[..limit];
        });

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(Delivery delivery, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        var result = await Deliveries.ReplaceOneAsync(
            d => d.Id == delivery.Id && d.Revision == delivery.Revision - 1, delivery, cancellationToken: cancellationToken);
        return result.MatchedCount > 0 ? WriteOutcome.Written : WriteOutcome.Stale;
    });

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        if (deliveries.Count == 0) return true;
        try
        {
            await Deliveries.InsertManyAsync(deliveries, new InsertManyOptions { IsOrdered = false }, cancellationToken);
        }
        catch (MongoBulkWriteException e) when (e.WriteErrors.All(error => error.Category == ServerErrorCategory.DuplicateKey))
        {
        }
        return true;
    });

    /// <inheritdoc/>
    public Task<Delivery?> FindAsync(string id, CancellationToken cancellationToken) => MongoErrors.TranslateAsync<Delivery?>(async () =>
        await Deliveries.Find(d => d.Id == id).FirstOrDefaultAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ListAsync(DeliveryQuery query, CancellationToken cancellationToken)
    {
        var filter = Filter.Eq(d => d.SubscriptionId, query.SubscriptionId);
        if (query.State is { } state) filter &= Filter.Eq(d => d.State, state);
        if (query.Before is { } before) filter &= Filter.Lt(d => d.Sequence, before);
        return MongoErrors.TranslateAsync<IReadOnlyList<Delivery>>(async () =>
        {
            var found = Deliveries.Find(filter).SortByDescending(d => d.Sequence).Limit(query.Limit);
            return await (query.WithAttempts ? found : found.Project<Delivery>(WithoutLog)).ToListAsync(cancellationToken);
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ListByArticleAsync(string articleId, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<Delivery>>(async () =>
            await Deliveries.Find(d => d.ArticleId == articleId).Project<Delivery>(WithoutLog)
                .Sort(Builders<Delivery>.Sort.Ascending(d => d.Sequence).Ascending(d => d.SubscriptionId)).ToListAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, IReadOnlyDictionary<DeliveryState, long>>> CountAsync(
        IReadOnlyCollection<string> subscriptionIds, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            var groups = await Deliveries.Aggregate().Match(Filter.In(d => d.SubscriptionId, subscriptionIds))
                .Group(d => new { d.SubscriptionId, d.State }, group => new { group.Key, Count = group.LongCount() })
                .ToListAsync(cancellationToken);
            return DeliveryCounts.Of(subscriptionIds, groups.Select(group => (group.Key.SubscriptionId, group.Key.State, group.Count)));
        });

    /// <inheritdoc/>
    public Task<long> RecoverAsync(string subscriptionId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            var recovered = 0L;
            for (long after = 0; ;)
            {
                var failed = await Deliveries.Find(
                        d => d.SubscriptionId == subscriptionId && d.State == DeliveryState.Failed && d.CreatedAt >= since && d.Sequence > after)
                    .SortBy(d => d.Sequence).Limit(PageSize).Project<Delivery>(WithoutLog).ToListAsync(cancellationToken);
                if (failed.Count == 0) return recovered;
                after = failed[^1].Sequence;
                var overtaken = await LastDeliveredAsync(subscriptionId, failed.Select(d => d.ArticleId), cancellationToken);
                var ids = failed.Where(d => overtaken.GetValueOrDefault(d.ArticleId) < d.Sequence).Select(d => d.Id);
                var result = await Deliveries.UpdateManyAsync(
                    Filter.In(d => d.Id, ids) & Filter.Eq(d => d.State, DeliveryState.Failed),
                    Update.Set(d => d.State, DeliveryState.Pending).Set(d => d.DueAt, now).Set(d => d.Attempt, 0).Inc(d => d.Revision, 1),
                    cancellationToken: cancellationToken);
                recovered += result.ModifiedCount;
            }
        });

    /// <inheritdoc/>
    public Task<long> RestartPendingAsync(string subscriptionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            var result = await Deliveries.UpdateManyAsync(
                d => d.SubscriptionId == subscriptionId && d.State == DeliveryState.Pending && d.Attempt > 0,
                Update.Set(d => d.DueAt, now).Set(d => d.Attempt, 0).Inc(d => d.Revision, 1),
                cancellationToken: cancellationToken);
            return result.ModifiedCount;
        });

    /// <inheritdoc/>
    public Task<long> SkipPendingAsync(string subscriptionId, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        var result = await Deliveries.UpdateManyAsync(
            d => d.SubscriptionId == subscriptionId && d.State == DeliveryState.Pending && d.Kind != ChangeKind.Withdrawal,
            Update.Set(d => d.State, DeliveryState.Skipped).Set(d => d.DueAt, null).Inc(d => d.Revision, 1),
            cancellationToken: cancellationToken);
        return result.ModifiedCount;
    });

    private async Task<IEnumerable<Delivery>> FirstOfTheirArticlesAsync(
        string subscriptionId, List<Delivery> due, CancellationToken cancellationToken)
    {
        var articles = due.Select(d => d.ArticleId).Distinct();
        var unfinished = await Deliveries
            .Find(Filter.Eq(d => d.SubscriptionId, subscriptionId) & Filter.In(d => d.ArticleId, articles)
                & Filter.Eq(d => d.State, DeliveryState.Pending))
            .Project(d => new { d.ArticleId, d.Sequence }).ToListAsync(cancellationToken);
        var first = unfinished.GroupBy(d => d.ArticleId).ToDictionary(group => group.Key, group => group.Min(d => d.Sequence));
        return due.Where(d => first.GetValueOrDefault(d.ArticleId, d.Sequence) == d.Sequence);
    }

    private async Task<Dictionary<string, long>> LastDeliveredAsync(
        string subscriptionId, IEnumerable<string> articles, CancellationToken cancellationToken)
    {
        var delivered = await Deliveries
            .Find(Filter.In(d => d.ArticleId, articles.Distinct()) & Filter.Eq(d => d.SubscriptionId, subscriptionId)
                & Filter.Eq(d => d.State, DeliveryState.Delivered))
            .Project(d => new { d.ArticleId, d.Sequence }).ToListAsync(cancellationToken);
        return delivered.GroupBy(d => d.ArticleId).ToDictionary(group => group.Key, group => group.Max(d => d.Sequence));
    }
}
