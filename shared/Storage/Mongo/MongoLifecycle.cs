using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Prepares MongoDB's collections and says whether it can be reached.</summary>
internal sealed class MongoLifecycle(MongoDatabase database) : IStoreLifecycle
{
    private const int NamespaceExists = 48;

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        await RequireReplicaSetAsync(cancellationToken);
        await database.Submissions.Indexes.CreateManyAsync(MongoIndexes.Submissions, cancellationToken);
        await MongoFacets.FillAsync(database, cancellationToken);
        await database.Articles.Indexes.CreateManyAsync(MongoIndexes.Articles, cancellationToken);
        await database.Payloads.Indexes.CreateManyAsync(MongoIndexes.Payloads, cancellationToken);
        await database.Requests.Indexes.CreateManyAsync(MongoIndexes.Requests, cancellationToken);
        await database.Feeds.Indexes.CreateManyAsync(MongoIndexes.Feeds, cancellationToken);
        await database.Hosts.Indexes.CreateManyAsync(MongoIndexes.Hosts, cancellationToken);
        await database.SourceTokens.Indexes.CreateManyAsync(MongoIndexes.SourceTokens, cancellationToken);
        await database.Refusals.Indexes.CreateManyAsync(MongoIndexes.Refusals, cancellationToken);
        await database.Changes.Indexes.CreateManyAsync(MongoIndexes.Changes, cancellationToken);
        await database.ClusterMembers.Indexes.CreateManyAsync(MongoIndexes.ClusterMembers, cancellationToken);
        await database.Subscribers.Indexes.CreateManyAsync(MongoIndexes.Subscribers, cancellationToken);
        await database.Subscriptions.Indexes.CreateManyAsync(MongoIndexes.Subscriptions, cancellationToken);
        await database.Deliveries.Indexes.CreateManyAsync(MongoIndexes.Deliveries, cancellationToken);
        await CreateChangesAsync(cancellationToken);
        return true;
    });

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) => MongoErrors.TranslateAsync(() =>
        database.Database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), cancellationToken: cancellationToken));

    private async Task RequireReplicaSetAsync(CancellationToken cancellationToken)
    {
        var hello = await database.Client.GetDatabase("admin").RunCommandAsync<BsonDocument>(
            new BsonDocument("hello", 1), cancellationToken: cancellationToken);
        var isSharded = hello.GetValue("msg", "") == "isdbgrid";
        if (isSharded || hello.Contains("setName")) return;
        throw new InvalidOperationException(
            "The MongoDB server is no member of a replica set, so it has no transactions, which publishing needs. Start it with "
            + "'mongod --replSet rs0' and run 'rs.initiate()' once; one member is enough.");
    }

    // Transactions write to these; made beforehand, they do not conflict over making them.
    private async Task CreateChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.Database.CreateCollectionAsync("changes", cancellationToken: cancellationToken);
        }
        catch (MongoCommandException e) when (e.Code == NamespaceExists)
        {
        }
        try
        {
            await database.Counters.InsertOneAsync(
                new ChangeCounter(ChangeCounter.Changes, 0), cancellationToken: cancellationToken);
        }
        catch (MongoWriteException e) when (MongoErrors.IsDuplicateKey(e))
        {
        }
    }
}
