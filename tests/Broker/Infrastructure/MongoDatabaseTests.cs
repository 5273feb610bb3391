using Ingestion.Tests.Infrastructure.Stores;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Broker.Tests.Infrastructure;

public sealed class MongoDatabaseTests(MongoServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_is_gone_after_its_class()
    {
        var database = new MongoDatabase(server);
        using var client = new MongoClient(await database.GetConnectionStringAsync());
        await client.GetDatabase(database.Name).GetCollection<BsonDocument>("smoke").InsertOneAsync([], cancellationToken: Cancellation);
        Assert.Contains(database.Name, await NamesAsync(client));

        await database.DisposeAsync();

        Assert.DoesNotContain(database.Name, await NamesAsync(client));
    }

    private static async Task<List<string>> NamesAsync(MongoClient client) =>
        await (await client.ListDatabaseNamesAsync(Cancellation)).ToListAsync(Cancellation);
}
