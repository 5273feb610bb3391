using Ingestion.Contracts;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Payloads in MongoDB. What has expired is never found; a TTL index deletes it within a minute or so.</summary>
internal sealed class MongoPayloadStore(MongoDatabase database, TimeProvider time) : IPayloadStore
{
    /// <inheritdoc/>
    public Task PutAsync(string key, CleanedArticle article, DateTimeOffset now, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(() => database.Payloads.ReplaceOneAsync(
            payload => payload.Id == key,
            new PayloadDocument(key, article, now + Retention.Payload),
            new ReplaceOptions { IsUpsert = true },
            cancellationToken));

    /// <inheritdoc/>
    public Task<CleanedArticle?> FindAsync(string key, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            var now = time.GetUtcNow();
            var found = await database.Payloads.Find(payload => payload.Id == key && payload.ExpiresAt > now)
                .FirstOrDefaultAsync(cancellationToken);
            return found?.Article;
        });
}
