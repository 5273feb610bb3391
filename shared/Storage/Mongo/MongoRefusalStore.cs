using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Counts of refusals in MongoDB.</summary>
internal sealed class MongoRefusalStore(MongoDatabase database) : IRefusalStore
{
    private static readonly UpdateDefinitionBuilder<RefusalDocument> Update = Builders<RefusalDocument>.Update;

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyCollection<Refusals> refusals, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        if (refusals.Count == 0) return true;
        await database.Refusals.BulkWriteAsync(refusals.Select(Upsert), new BulkWriteOptions { IsOrdered = false }, cancellationToken);
        return true;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Refusals>> ListAsync(string sourceId, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<Refusals>>(async () =>
        {
            var found = await database.Refusals.Find(r => r.SourceId == sourceId).SortBy(r => r.Reason).ToListAsync(cancellationToken);
            return found.ConvertAll(r => new Refusals(r.SourceId, r.Reason, r.Count, r.LastAt));
        });

    // By equality of the key, so that the server itself repeats one of two upserts at once.
    private static UpdateOneModel<RefusalDocument> Upsert(Refusals refusals) => new(
        Builders<RefusalDocument>.Filter.Eq(r => r.Id, $"{refusals.Reason}/{refusals.SourceId}"),
        Update.SetOnInsert(r => r.SourceId, refusals.SourceId).SetOnInsert(r => r.Reason, refusals.Reason)
            .Inc(r => r.Count, refusals.Count).Max(r => r.LastAt, refusals.LastAt))
    {
        IsUpsert = true,
    };
}
