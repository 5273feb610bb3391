using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Bench.Throughput.Relay;

/// <summary>One insert per document, acknowledged by a majority from their journals, as the product writes.</summary>
internal sealed class MongoRelayStore : IRelayStore
{
    private readonly MongoClient _client;
    private readonly IMongoCollection<BsonDocument> _documents;

    public MongoRelayStore(string connectionString, string database)
    {
        _client = new MongoClient(connectionString);
        _documents = _client.GetDatabase(database).GetCollection<BsonDocument>("relay")
            .WithWriteConcern(WriteConcern.WMajority.With(journal: true));
    }

    public Task WriteAsync(byte[] content, CancellationToken cancellationToken) =>
        _documents.InsertOneAsync(new BsonDocument("content", new BsonBinaryData(content)), cancellationToken: cancellationToken);

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
