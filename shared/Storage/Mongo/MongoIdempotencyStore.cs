using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Idempotency keys in MongoDB. What has expired, locks included, counts as gone before the TTL index deletes it.</summary>
internal sealed class MongoIdempotencyStore(MongoDatabase database) : IIdempotencyStore
{
    private static readonly UpdateDefinitionBuilder<RequestDocument> Update = Builders<RequestDocument>.Update;

    /// <inheritdoc/>
    public Task<IdempotencyEntry> BeginAsync(
        string key, string fingerprint, DateTimeOffset now, TimeSpan lockFor, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            while (true)
            {
                if (await TryLockAsync(key, fingerprint, now, lockFor, cancellationToken))
                    return new IdempotencyEntry(IdempotencyState.Started);
                var known = await database.Requests.Find(r => r.Id == key && r.ExpiresAt > now)
                    .FirstOrDefaultAsync(cancellationToken);
                if (known is not null)
                    return new KnownRequest(known.Fingerprint, known.StatusCode, known.Body).Answer(fingerprint);
                // It went between the two calls: try again.
            }
        });

    /// <inheritdoc/>
    public Task CompleteAsync(
        string key, int statusCode, string body, DateTimeOffset keepUntil, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(() => database.Requests.UpdateOneAsync(
            r => r.Id == key && r.StatusCode == null,
            Update.Set(r => r.StatusCode, statusCode).Set(r => r.Body, body).Set(r => r.ExpiresAt, keepUntil),
            cancellationToken: cancellationToken));

    /// <inheritdoc/>
    public Task ReleaseAsync(string key, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(() =>
            database.Requests.DeleteOneAsync(r => r.Id == key && r.StatusCode == null, cancellationToken));

    /// <summary>Takes a key that is free or has expired. An upsert that finds it taken meets the duplicate key.</summary>
    private async Task<bool> TryLockAsync(
        string key, string fingerprint, DateTimeOffset now, TimeSpan lockFor, CancellationToken cancellationToken)
    {
        try
        {
            await database.Requests.UpdateOneAsync(
                r => r.Id == key && r.ExpiresAt <= now,
                Update.Set(r => r.Fingerprint, fingerprint).Set(r => r.StatusCode, null).Set(r => r.Body, null)
                    .Set(r => r.ExpiresAt, now + lockFor),
                new UpdateOptions { IsUpsert = true },
                cancellationToken);
            return true;
        }
        catch (MongoWriteException e) when (MongoErrors.IsDuplicateKey(e))
        {
            return false;
        }
    }
}
