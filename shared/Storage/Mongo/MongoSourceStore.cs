using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Sources in MongoDB.</summary>
internal sealed class MongoSourceStore(MongoDatabase database) : ISourceStore
{
    /// <inheritdoc/>
    public Task<Source?> FindAsync(string id, CancellationToken cancellationToken) => MongoErrors.TranslateAsync<Source?>(async () =>
        await database.Sources.Find(s => s.Id == id).FirstOrDefaultAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Source>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken)
    {
        var filter = afterId is null ? Builders<Source>.Filter.Empty : Builders<Source>.Filter.Gt(s => s.Id, afterId);
        return MongoErrors.TranslateAsync<IReadOnlyList<Source>>(async () =>
            await database.Sources.Find(filter).SortBy(s => s.Id).Limit(limit).ToListAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(Source source, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(
        () => source.Revision == 1 ? InsertAsync(source, cancellationToken) : ReplaceAsync(source, cancellationToken));

    /// <inheritdoc/>
    public Task<WriteOutcome> DeleteAsync(string id, long revision, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(() => MongoTransaction.RunAsync(database.Client, async session =>
        {
            var result = await database.Sources.DeleteOneAsync(
                session, s => s.Id == id && s.Revision == revision, cancellationToken: cancellationToken);
            if (result.DeletedCount == 0) return WriteOutcome.Stale;
            await database.SourceTokens.DeleteManyAsync(session, t => t.SourceId == id, cancellationToken: cancellationToken);
            await database.Refusals.DeleteManyAsync(session, r => r.SourceId == id, cancellationToken: cancellationToken);
            return WriteOutcome.Written;
        }, cancellationToken));

    private async Task<WriteOutcome> InsertAsync(Source source, CancellationToken cancellationToken)
    {
        try
        {
            await database.Sources.InsertOneAsync(source, cancellationToken: cancellationToken);
            return WriteOutcome.Written;
        }
        catch (MongoWriteException e) when (MongoErrors.IsDuplicateKey(e))
        {
            return WriteOutcome.Stale;
        }
    }

    private async Task<WriteOutcome> ReplaceAsync(Source source, CancellationToken cancellationToken)
    {
        var result = await database.Sources.ReplaceOneAsync(
            s => s.Id == source.Id && s.Revision == source.Revision - 1, source, cancellationToken: cancellationToken);
        return result.MatchedCount > 0 ? WriteOutcome.Written : WriteOutcome.Stale;
    }
}
