using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Polled feeds in MongoDB.</summary>
internal sealed class MongoFeedStore(MongoDatabase database) : IFeedStore
{
    private static readonly FindOneAndUpdateOptions<PolledFeed> LongestDueFirst = new()
    {
        Sort = Builders<PolledFeed>.Sort.Ascending(f => f.DueAt).Ascending(f => f.SourceId),
        ReturnDocument = ReturnDocument.After,
    };

    private IMongoCollection<PolledFeed> Feeds => database.Feeds;

    /// <inheritdoc/>
    public Task<PolledFeed?> FindAsync(string sourceId, CancellationToken cancellationToken) => MongoErrors.TranslateAsync<PolledFeed?>(
        async () => await Feeds.Find(f => f.SourceId == sourceId).FirstOrDefaultAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<PolledFeed>> ListAsync(string? afterSourceId, int limit, CancellationToken cancellationToken)
    {
        var filter = Builders<PolledFeed>.Filter;
        return MongoErrors.TranslateAsync<IReadOnlyList<PolledFeed>>(async () =>
            await Feeds.Find(afterSourceId is null ? filter.Empty : filter.Gt(f => f.SourceId, afterSourceId))
                .SortBy(f => f.SourceId).Limit(limit).ToListAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(PolledFeed feed, CancellationToken cancellationToken)
    {
        var saved = feed with { Lease = feed.Lease + 1 };
        return MongoErrors.TranslateAsync(() => feed.Revision == 1
            ? InsertAsync(saved, cancellationToken)
            : ReplaceAsync(f => f.SourceId == feed.SourceId && f.Revision == feed.Revision - 1 && f.Lease == feed.Lease, saved, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string sourceId, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
        (await Feeds.DeleteOneAsync(f => f.SourceId == sourceId, cancellationToken)).DeletedCount > 0);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PolledFeed>> ClaimDueAsync(
        int limit, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<PolledFeed>>(async () =>
        {
            var claimed = new List<PolledFeed>();
            while (claimed.Count < limit)
            {
                var feed = await Feeds.FindOneAndUpdateAsync<PolledFeed>(
                    f => f.DueAt <= now, Builders<PolledFeed>.Update.Set(f => f.DueAt, now + lease).Inc(f => f.Lease, 1),
                    LongestDueFirst, cancellationToken);
                if (feed is null) break;
                claimed.Add(feed);
            }
            return claimed;
        });

    /// <inheritdoc/>
    public Task<WriteOutcome> FinishAsync(PolledFeed feed, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(() =>
        ReplaceAsync(f => f.SourceId == feed.SourceId && f.Lease == feed.Lease, feed, cancellationToken));

    private async Task<WriteOutcome> InsertAsync(PolledFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            await Feeds.InsertOneAsync(feed, cancellationToken: cancellationToken);
            return WriteOutcome.Written;
        }
        catch (MongoWriteException e) when (MongoErrors.IsDuplicateKey(e))
        {
            return WriteOutcome.Stale;
        }
    }

    private async Task<WriteOutcome> ReplaceAsync(
        System.Linq.Expressions.Expression<Func<PolledFeed, bool>> guard, PolledFeed feed, CancellationToken cancellationToken)
    {
        var result = await Feeds.ReplaceOneAsync(guard, feed, cancellationToken: cancellationToken);
        return result.MatchedCount > 0 ? WriteOutcome.Written : WriteOutcome.Stale;
    }
}
