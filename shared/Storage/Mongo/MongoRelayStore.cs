using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Cursors of relays in MongoDB.</summary>
internal sealed class MongoRelayStore(MongoDatabase database) : IRelayStore
{
    private static readonly UpdateDefinitionBuilder<RelayDocument> Update = Builders<RelayDocument>.Update;

    /// <inheritdoc/>
    public Task<long?> ClaimAsync(string relay, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<long?>(async () =>
        {
            try
            {
                var claimed = await database.Relays.FindOneAndUpdateAsync<RelayDocument>(
                    r => r.Id == relay && (r.Owner == owner || r.LeaseUntil <= now),
                    Update.Set(r => r.Owner, owner).Set(r => r.LeaseUntil, until).SetOnInsert(r => r.Sequence, 0),
                    new FindOneAndUpdateOptions<RelayDocument> { IsUpsert = true, ReturnDocument = ReturnDocument.After },
                    cancellationToken);
                return claimed.Sequence;
            }
            catch (MongoCommandException e) when (e.Code == DuplicateKey)
            {
                // It is there, and another's.
                return null;
            }
        });

    /// <inheritdoc/>
    public Task<bool> MoveAsync(string relay, string owner, long sequence, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            var moved = await database.Relays.UpdateOneAsync(
                r => r.Id == relay && r.Owner == owner, Update.Set(r => r.Sequence, sequence), cancellationToken: cancellationToken);
            return moved.MatchedCount > 0;
        });

    /// <inheritdoc/>
    public Task ReleaseAsync(string relay, string owner, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(() =>
        database.Relays.UpdateOneAsync(
            r => r.Id == relay && r.Owner == owner, Update.Set(r => r.LeaseUntil, DateTimeOffset.UnixEpoch), cancellationToken: cancellationToken));

    private const int DuplicateKey = 11000;
}

/// <summary>How far a relay is, and who has its lease.</summary>
internal sealed record RelayDocument(string Id, string Owner, DateTimeOffset LeaseUntil, long Sequence);
