using Ingestion.Storage;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Store.Tests.Mongo;

/// <summary>A database of its own for the tests of one class.</summary>
public sealed class MongoFixture : StoreFixture
{
    private readonly string _database = $"ingestion_test_{Guid.NewGuid():N}";
    private MongoClient? _client;
    private string _uri = "";

    public IMongoDatabase Database => _client!.GetDatabase(_database);

    public override IReadOnlyDictionary<string, string> Configuration => new Dictionary<string, string>
    {
        [nameof(StoreOptions.Provider)] = nameof(StoreProvider.Mongo),
        [nameof(StoreOptions.ConnectionString)] = _uri,
        [nameof(StoreOptions.Database)] = _database,
    };

    public override async ValueTask InitializeAsync()
    {
        (var uri, SkipReason) = await MongoServer.GetAsync();
        if (uri is null) return;
        _uri = uri;
        _client = new MongoClient(uri);
    }

    /// <summary>Empties the collections and keeps their indexes, which take longest to make.</summary>
    public override async Task ResetAsync()
    {
        var names = await (await Database.ListCollectionNamesAsync()).ToListAsync();
        foreach (var name in names)
            await Database.GetCollection<BsonDocument>(name).DeleteManyAsync(new BsonDocument());
    }

    public override async ValueTask DisposeAsync()
    {
        if (_client is null) return;
        await _client.DropDatabaseAsync(_database);
        _client.Dispose();
    }
}
