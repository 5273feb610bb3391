using System.Net.Http.Json;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Stores;
using Ingestion.Tests.Infrastructure.Waiting;
using MongoDB.Bson;
using MongoDB.Driver;
using RabbitMQ.Client;

namespace Ingestion.Broker.Tests.Services;

/// <summary>A queue that takes longer than a lease: what waits in it is not sent again, or it would take longer still.</summary>
public sealed class BacklogTests(VirtualHost virtualHost, MongoDatabase database) : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    private const int Articles = 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_broker_has_confirmed_is_left_to_it_for_longer_than_a_lease()
    {
        await using var cluster = new ServiceCluster(await virtualHost.GetUriAsync(), await database.GetConnectionStringAsync(), database.Name);
        cluster.Settings["Ingest__Lease"] = "00:00:10";
        cluster.Settings["Ingest__SweepInterval"] = "00:00:00.200";
        await cluster.StartAsync("Ingest", "Clean");
        await cluster.Running("Clean").KillAsync(Cancellation);
        for (var number = 0; number < Articles; number++)
        {
            using var answer = await cluster.Ingest.Client.PostAsJsonAsync(
                "v1/articles", new { source = "backlog", id = $"{number}", html = SampleArticles.Html(number) }, Cancellation);
            answer.EnsureSuccessStatusCode();
        }

        using var client = new MongoClient(await database.GetConnectionStringAsync());
        var submissions = client.GetDatabase(database.Name).GetCollection<BsonDocument>("submissions");
        var waiting = Builders<BsonDocument>.Filter.Eq("state", "Accepted") & Builders<BsonDocument>.Filter.Eq("attempt", 1)
            & Builders<BsonDocument>.Filter.Gt("dueAt", DateTime.UtcNow.AddMinutes(30));
        await Wait.UntilAsync(() => submissions.CountDocumentsAsync(waiting, cancellationToken: Cancellation), count => count == Articles);

        await using var connection = await new ConnectionFactory { Uri = await virtualHost.GetUriAsync() }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(null, Cancellation);
        await Wait.UntilAsync(() => channel.MessageCountAsync("clean-article", Cancellation), count => count == Articles);
    }
}
