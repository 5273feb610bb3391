using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Network;
using Ingestion.Tests.Infrastructure.Stores;
using Ingestion.Tests.Infrastructure.Waiting;

namespace Ingestion.Broker.Tests.Services;

/// <summary>Two Ingest processes poll the same feeds: none twice, none forgotten, also when one of them is killed.</summary>
public sealed class PollSharingTests(VirtualHost virtualHost, MongoDatabase database, ITestOutputHelper output)
    : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    private const int Hosts = 20;
    private const int FeedsOfHost = 10;
    private const int Concurrency = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(50);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_feeds_are_shared_and_a_killed_process_takes_none_with_it()
    {
        await using var cluster = new ServiceCluster(await virtualHost.GetUriAsync(), await database.GetConnectionStringAsync(), database.Name);
        cluster.Settings["Outbound__AllowedNetworks__0"] = "127.0.0.0/8";
        cluster.Settings["Polling__Interval"] = "00:00:00.200";
        cluster.Settings["Polling__HostGap"] = "00:00:00";
        cluster.Settings["Polling__Lease"] = "00:00:10";
        cluster.Settings["Polling__MinInterval"] = "12:00:00";
        cluster.Settings["Polling__Concurrency"] = $"{Concurrency}";
        await cluster.StartAsync("Ingest", "Ingest", "Clean", "Enrich", "Publish");
        var hosts = Enumerable.Range(0, Hosts).Select(_ => RudeServer.Start(AnswerAsync)).ToList();
        try
        {
            await ImportAsync(cluster, hosts);
            await Wait.UntilAsync(() => Task.FromResult(hosts.Sum(host => host.Requests.Count)), count => count >= Hosts * FeedsOfHost / 3, Patience);
            await cluster.Running("Ingest").KillAsync(Cancellation);

            await Wait.UntilAsync(() => CountPolledAsync(cluster), polled => polled == Hosts * FeedsOfHost, Patience);

            var asked = hosts.SelectMany(host => host.Requests.Select(request => (host.Url, request.Path))).CountBy(feed => feed).ToList();
            var twice = asked.Count(feed => feed.Value > 1);
            output.WriteLine($"feeds {asked.Count}, asked twice after the kill {twice}, most requests to a host at once {hosts.Max(host => host.MostOpen)}");
            Assert.Equal(Hosts * FeedsOfHost, asked.Count);
            // Only what the killed process had in hand may be asked again, once.
            Assert.InRange(twice, 0, Concurrency);
            Assert.All(asked, feed => Assert.InRange(feed.Value, 1, 2));
            var articles = await Wait.UntilAsync(() => cluster.Client.CountAsync("published", Cancellation), count => count >= Hosts * FeedsOfHost, Patience);
            Assert.Equal(Hosts * FeedsOfHost, articles);
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }

    private static async Task<RudeAnswer> AnswerAsync(RudeRequest request, CancellationToken stop)
    {
        await Task.Delay(AnswerTime, stop); // how long an answer takes here
        return RudeAnswer.Of(200, $"""
            <rss version="2.0"><channel><title>Feed</title><item><guid>{request.Path}</guid><title>Article {request.Path}</title>
            <description>{WebUtility.HtmlEncode(SampleArticles.Html(1))}</description></item></channel></rss>
            """);
    }

    private static async Task ImportAsync(ServiceCluster cluster, IEnumerable<RudeServer> hosts)
    {
        var outlines = hosts.SelectMany(host => Enumerable.Range(0, FeedsOfHost).Select(i => $"<outline text=\"{host.Url.Port} {i}\" xmlUrl=\"{host.Url}{i}\"/>"));
        using var opml = new StringContent($"<opml version=\"2.0\"><body>{string.Concat(outlines)}</body></opml>", Encoding.UTF8, "text/x-opml");
        using var answer = await cluster.Ingest.Client.PostAsync(new Uri("v1/feeds.opml", UriKind.Relative), opml, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var imported = (await answer.Content.ReadFromJsonAsync<JsonArray>(Cancellation))!;
        Assert.All(imported, feed => Assert.Equal("added", (string?)feed!["outcome"]));
        Assert.Equal(Hosts * FeedsOfHost, imported.Count);
    }

    private static async Task<int> CountPolledAsync(ServiceCluster cluster)
    {
        var (count, after) = (0, "");
        while (true)
        {
            var page = (await cluster.Ingest.Client.GetFromJsonAsync<JsonNode>($"v1/feeds?limit=200&after={Uri.EscapeDataString(after)}", Cancellation))!;
            count += page["items"]!.AsArray().Count(feed => feed!["lastPolledAt"] is not null);
            if ((string?)page["next"] is not { } next) return count;
            after = next;
        }
    }
}
