using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>The gate to hosts in MongoDB, which deletes those that are free by itself.</summary>
internal sealed class MongoHostGate(MongoDatabase database) : IHostGate
{
    /// <inheritdoc/>
    public Task<DateTimeOffset?> EnterAsync(string host, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<DateTimeOffset?>(async () =>
        {
            while (true)
            {
                try
                {
                    await database.Hosts.UpdateOneAsync(
                        h => h.Id == host && h.FreeAt <= now, Builders<HostDocument>.Update.Set(h => h.FreeAt, until),
                        new UpdateOptions { IsUpsert = true }, cancellationToken);
                    return null;
                }
                catch (MongoWriteException e) when (MongoErrors.IsDuplicateKey(e))
                {
                    var taken = await database.Hosts.Find(h => h.Id == host).FirstOrDefaultAsync(cancellationToken);
                    if (taken?.FreeAt > now) return taken.FreeAt;
                }
            }
        });

    /// <inheritdoc/>
    public Task LeaveAsync(string host, DateTimeOffset until, DateTimeOffset freeAt, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(() => database.Hosts.UpdateOneAsync(
            h => h.Id == host && h.FreeAt == until, Builders<HostDocument>.Update.Set(h => h.FreeAt, freeAt), cancellationToken: cancellationToken));
}
