using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Network;
using Ingestion.Tests.Infrastructure.Stores;
using MongoDB.Driver;

namespace Ingestion.Broker.Tests.Services;

/// <summary>The four services on RabbitMQ and MongoDB, under faults: nothing accepted is lost, nothing is published twice.</summary>
public sealed class FaultTests(VirtualHost virtualHost, MongoDatabase database, ITestOutputHelper output)
    : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    private const int Articles = 300;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Proves", "broker")]
    public async Task The_broker_restarted_and_a_consumer_killed_nothing_is_lost_and_nothing_is_doubled()
    {
        await virtualHost.Server.SkipUnlessRestartableAsync();
        await using var cluster = new ServiceCluster(await virtualHost.GetUriAsync(), await database.GetConnectionStringAsync(), database.Name);
        await cluster.StartAsync("Ingest", "Clean", "Clean", "Enrich", "Publish");
        var accepted = new ConcurrentBag<Accepted>();

        await PushAsync(cluster, 0, 100, accepted);
        await cluster.Running("Clean").KillAsync(Cancellation);
        await PushAsync(cluster, 100, 100, accepted);
        await virtualHost.Server.StopAsync(Cancellation);
        await PushAsync(cluster, 200, 100, accepted); // the broker is down: accepted all the same
        await virtualHost.Server.StartAsync(Cancellation);

        Assert.Equal(Articles, accepted.Distinct().Count());
        await new LossChecker(cluster.Client, output).CheckAsync(accepted, TimeSpan.FromMinutes(3), Cancellation);
    }

    [Fact]
    public async Task With_the_store_down_a_push_is_503_with_Retry_After_and_accepted_when_it_is_back()
    {
        var server = MongoUrl.Create(await database.GetConnectionStringAsync()).Server;
        await using var line = new TcpProxy(server.Host, server.Port);
        line.Open();
        await using var cluster = new ServiceCluster(
            await virtualHost.GetUriAsync(), $"mongodb://127.0.0.1:{line.Port}/?directConnection=true&connectTimeoutMS=2000", database.Name);
        await cluster.StartAsync("Ingest");
        await line.CutAsync();

        using (var refused = await PushOneAsync(cluster))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        }
        using (var ready = await cluster.Ingest.Client.GetAsync("ready", Cancellation)) Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using (var alive = await cluster.Ingest.Client.GetAsync("alive", Cancellation)) Assert.Equal(HttpStatusCode.OK, alive.StatusCode);

        line.Open();
        await cluster.Ingest.WaitUntilReadyAsync(TimeSpan.FromSeconds(30), Cancellation);
        using var accepted = await PushOneAsync(cluster);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    private static Task<HttpResponseMessage> PushOneAsync(ServiceCluster cluster) =>
        cluster.Ingest.Client.PostAsJsonAsync("v1/articles", new { source = "store-down", id = "1", html = SampleArticles.Html(1) }, Cancellation);

    private static Task PushAsync(ServiceCluster cluster, int first, int count, ConcurrentBag<Accepted> accepted) =>
        Parallel.ForEachAsync(
            Enumerable.Range(first, count),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (number, token) => accepted.Add((await cluster.Client.TryPushAsync(number, "faults", 2_000, token))!));
}
