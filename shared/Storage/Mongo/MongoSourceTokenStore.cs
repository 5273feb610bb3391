using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Tokens of sources in MongoDB.</summary>
internal sealed class MongoSourceTokenStore(MongoDatabase database) : ISourceTokenStore
{
    /// <inheritdoc/>
    public Task AddAsync(SourceToken token, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        await database.SourceTokens.InsertOneAsync(token, cancellationToken: cancellationToken);
        return true;
    });

    /// <inheritdoc/>
    public Task<SourceToken?> FindByHashAsync(string hash, CancellationToken cancellationToken) => MongoErrors.TranslateAsync<SourceToken?>(
        async () => await database.SourceTokens.Find(t => t.Hash == hash).FirstOrDefaultAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<SourceToken>> ListAsync(string sourceId, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<SourceToken>>(async () =>
            await database.SourceTokens.Find(t => t.SourceId == sourceId).SortBy(t => t.CreatedAt).ThenBy(t => t.Id).ToListAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string sourceId, string id, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        var result = await database.SourceTokens.DeleteOneAsync(t => t.SourceId == sourceId && t.Id == id, cancellationToken);
        return result.DeletedCount > 0;
    });

    /// <inheritdoc/>
    public Task TouchAsync(string id, DateTimeOffset usedAt, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(
        () => database.SourceTokens.UpdateOneAsync(
            t => t.Id == id, Builders<SourceToken>.Update.Max(t => t.LastUsedAt, usedAt), cancellationToken: cancellationToken));
}
