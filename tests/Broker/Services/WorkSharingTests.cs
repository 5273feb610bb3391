using System.Collections.Concurrent;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Stores;
using Ingestion.Tests.Infrastructure.Telemetry;

namespace Ingestion.Broker.Tests.Services;

public sealed class WorkSharingTests(VirtualHost virtualHost, MongoDatabase database, ITestOutputHelper output)
    : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    private const int Articles = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_of_each_share_the_work_and_each_article_is_one_trace_across_processes()
    {
        await using var receiver = await OtlpReceiver.StartAsync(Cancellation);
        await using var cluster = new ServiceCluster(await virtualHost.GetUriAsync(), await database.GetConnectionStringAsync(), database.Name);
        foreach (var (name, value) in receiver.EnvironmentForExport()) cluster.Settings[name] = value;
        foreach (var twin in new[] { "a", "b" })
        {
            cluster.Settings["OTEL_SERVICE_NAME"] = $"clean-{twin}";
            await cluster.StartAsync("Clean");
            cluster.Settings["OTEL_SERVICE_NAME"] = $"enrich-{twin}";
            await cluster.StartAsync("Enrich");
        }
        cluster.Settings.Remove("OTEL_SERVICE_NAME");
        await cluster.StartAsync("Ingest", "Publish");

        var accepted = new ConcurrentBag<Accepted>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Articles), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (number, token) => accepted.Add((await cluster.Client.TryPushAsync(number, "sharing", 20_000, token))!));
        await new LossChecker(cluster.Client, output).CheckAsync(accepted, TimeSpan.FromMinutes(2), Cancellation);

        var spans = await receiver.WaitUntilAsync(
            all => all.Count(span => span.Name == "publish article") >= Articles, TimeSpan.FromSeconds(60), Cancellation);
        foreach (var stage in new[] { "clean", "enrich" })
        {
            var workers = spans.Where(span => span.Name == $"{stage} article").Select(span => span.Service).Distinct().Order();
            Assert.Equal([$"{stage}-a", $"{stage}-b"], workers);
        }
        foreach (var trace in spans.Where(span => span.Attributes.ContainsKey("article.id")).GroupBy(span => span.Attributes["article.id"]))
        {
            Assert.Single(trace.Select(span => span.TraceId).Distinct());
            Assert.Superset(
                new HashSet<string> { "POST /v1/articles", "dispatch article", "clean article", "enrich article", "publish article" },
                trace.Select(span => span.Name).ToHashSet());
        }
        Assert.Equal(Articles, spans.Where(span => span.Name == "publish article").Select(span => span.TraceId).Distinct().Count());
    }
}
