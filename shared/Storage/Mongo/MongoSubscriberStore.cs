using Ingestion.Storage.Subscriptions;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Subscribers in MongoDB.</summary>
internal sealed class MongoSubscriberStore(MongoDatabase database) : ISubscriberStore
{
    private static readonly FilterDefinitionBuilder<Subscriber> Filter = Builders<Subscriber>.Filter;

    /// <inheritdoc/>
    public Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken) => MongoErrors.TranslateAsync<Subscriber?>(async () =>
        await database.Subscribers.Find(s => s.Id == id).FirstOrDefaultAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<Subscriber?> FindByTokenAsync(string hash, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<Subscriber?>(async () =>
            await database.Subscribers.Find(Filter.Eq("tokens.hash", hash)).FirstOrDefaultAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Subscriber>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<Subscriber>>(async () =>
            await database.Subscribers.Find(afterId is null ? Filter.Empty : Filter.Gt(s => s.Id, afterId))
                .SortBy(s => s.Id).Limit(limit).ToListAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(Subscriber subscriber, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        try
        {
            if (subscriber.Revision == 1)
            {
                await database.Subscribers.InsertOneAsync(subscriber, cancellationToken: cancellationToken);
                return WriteOutcome.Written;
            }
            var result = await database.Subscribers.ReplaceOneAsync(
                s => s.Id == subscriber.Id && s.Revision == subscriber.Revision - 1, subscriber, cancellationToken: cancellationToken);
            return result.MatchedCount > 0 ? WriteOutcome.Written : WriteOutcome.Stale;
        }
        catch (MongoWriteException e) when (MongoErrors.IsDuplicateKey(e))
        {
            return WriteOutcome.Stale;
        }
    });

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
        (await database.Subscribers.DeleteOneAsync(s => s.Id == id, cancellationToken)).DeletedCount > 0);
}
