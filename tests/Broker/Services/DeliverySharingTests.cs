using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Network;
using Ingestion.Tests.Infrastructure.Stores;
using Ingestion.Tests.Infrastructure.Waiting;

namespace Ingestion.Broker.Tests.Services;

/// <summary>
/// Two Publish processes deliver to the same endpoints, and one is killed midway: every endpoint ends with exactly what its filter lets
/// through, in order per article, and nothing is sent by two at once.
/// </summary>
public sealed class DeliverySharingTests(VirtualHost virtualHost, MongoDatabase database, ITestOutputHelper output)
    : IClassFixture<VirtualHost>, IClassFixture<MongoDatabase>
{
    /// <summary>Where it is set, so many articles: 2000 is the full size, which takes three minutes.</summary>
    private const string ArticlesVariable = "DELIVERY_SHARING_ARTICLES";

    private const int Endpoints = 50;
    private const int Sources = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly int Articles =
        int.TryParse(Environment.GetEnvironmentVariable(ArticlesVariable), CultureInfo.InvariantCulture, out var set) ? set : 60;

    /// <summary>How many articles lie between what is pushed and its correction, and between that and the withdrawal.</summary>
    private static readonly int Lag = Articles / 6;

    private readonly ConcurrentDictionary<string, int> _open = new();
    private readonly ConcurrentDictionary<string, bool> _refusedOnce = new();
    private readonly ConcurrentDictionary<string, Accepted> _latest = new();
    private readonly ConcurrentDictionary<string, string> _sourceOf = new();
    private int _sentTwiceAtOnce;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_endpoints_end_with_exactly_the_right_set_though_a_process_is_killed()
    {
        await using var receiver = await Receiver.StartAsync(AnswerAsync);
        await using var cluster = new ServiceCluster(await virtualHost.GetUriAsync(), await database.GetConnectionStringAsync(), database.Name);
        cluster.Settings["Outbound__AllowedNetworks__0"] = "127.0.0.0/8";
        // Longer than an answer takes on a busy machine: one that comes too late is sent again, rightly, and would look like a mistake.
        cluster.Settings["Delivery__Timeout"] = "00:00:03";
        cluster.Settings["Delivery__Lease"] = "00:00:08";
        await cluster.StartAsync("Ingest", "Clean", "Enrich", "Publish", "Publish");
        var endpoints = new List<Endpoint>();
        for (var number = 0; number < Endpoints; number++) endpoints.Add(await SubscribeAsync(cluster, receiver, number));

        var pushing = PushAsync(cluster);
        await receiver.UntilAsync(receipts => receipts.Count > 2 * Articles, Patience, Cancellation);
        await cluster.Running("Publish").KillAsync(Cancellation);
        var killed = DateTimeOffset.UtcNow; // not before: it sends to its last moment
        await pushing;
        var changes = await Wait.UntilAsync(() => cluster.Client.ReadChangesAsync(Cancellation), AreAllPublished, Patience);
        await Wait.UntilAsync(() => CountPendingAsync(cluster, endpoints), pending => pending == 0, Patience);

        var receipts = receiver.Receipts.GroupBy(receipt => receipt.Path).ToDictionary(group => group.Key, group => group.ToList());
        output.WriteLine($"changes {changes.Count}, requests {receiver.Receipts.Count}, webhook-ids {receiver.Receipts.Select(r => r.Id).Distinct().Count()}");
        Assert.Equal(0, _sentTwiceAtOnce);
        var repeated = 0;
        foreach (var endpoint in endpoints)
            repeated += await CheckAsync(cluster, endpoint, changes, receipts.GetValueOrDefault(endpoint.Path, []), killed);
        output.WriteLine($"sent again after the kill {repeated}");
    }

    private async Task<Reply> AnswerAsync(Receipt receipt, CancellationToken stop)
    {
        if (_open.AddOrUpdate(receipt.Id, 1, (_, count) => count + 1) > 1) Interlocked.Increment(ref _sentTwiceAtOnce);
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), stop); // how long an answer takes here
            // A few fail at first, so that what follows of the same article has to wait for them.
            return receipt.Id.EndsWith("77", StringComparison.Ordinal) && _refusedOnce.TryAdd(receipt.Id, true) ? new Reply(500) : Reply.Ok;
        }
        finally
        {
            _open.AddOrUpdate(receipt.Id, 0, (_, count) => count - 1);
        }
    }

    /// <summary>Two want everything, forty a source each, four two sources, two news only, two corrections only.</summary>
    private static async Task<Endpoint> SubscribeAsync(ServiceCluster cluster, Receiver receiver, int number)
    {
        string[] sources = number switch
        {
            < 2 => [],
            < 42 => [$"source-{number % Sources}"],
            < 46 => [$"source-{number % Sources}", $"source-{(number + 7) % Sources}"],
            _ => [$"source-{number % Sources}", $"source-{(number + 1) % Sources}"],
        };
        string[] kinds = number switch { < 46 => [], < 48 => ["new"], _ => ["correction"] };
        var path = $"/{number}";
        using var answer = await cluster.Publish.Client.PostAsJsonAsync(
            "v1/subscriptions", new { endpoint = receiver.At(path), filter = new { sources, changes = kinds } }, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        return new Endpoint((string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!["id"]!, path, sources, kinds);
    }

    /// <summary>Every fourth article is corrected, every tenth withdrawn, each a while later.</summary>
    private Task PushAsync(ServiceCluster cluster)
    {
        var client = cluster.Ingest.Client;
        // Of one article one after the other: near the end all that is left is in flight at once.
        var pushed = Enumerable.Range(0, Articles).Select(_ => new TaskCompletionSource()).ToArray();
        var corrected = Enumerable.Range(0, Articles).Select(_ => new TaskCompletionSource()).ToArray();
        var steps = Enumerable.Range(0, Articles + (2 * Lag)).SelectMany(step => new (int Number, int Version)[]
        {
            (step, 1), (step - Lag, 2), (step - (2 * Lag), 3),
        });
        return Parallel.ForEachAsync(
            steps.Where(step => step.Number >= 0 && step.Number < Articles
                && (step.Version == 1 || (step.Version == 2 && IsCorrected(step.Number)) || (step.Version == 3 && step.Number % 10 == 0))),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (step, token) =>
            {
                var key = $"{step.Number}";
                if (step.Version > 1) await pushed[step.Number].Task.WaitAsync(token);
                if (step.Version > 2 && IsCorrected(step.Number)) await corrected[step.Number].Task.WaitAsync(token);
                using var answer = step.Version == 3
                    ? await client.DeleteAsync(new Uri($"v1/articles/{_latest[key].ArticleId}", UriKind.Relative), token)
                    : await client.PostAsJsonAsync(
                        "v1/articles", new { source = $"source-{step.Number % Sources}", id = key, html = Html(step.Number, step.Version) }, token);
                Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(token));
                var body = (await answer.Content.ReadFromJsonAsync<JsonNode>(token))!;
                var accepted = new Accepted((string)body["id"]!, (int)body["version"]!);
                _latest[key] = accepted;
                _sourceOf[accepted.ArticleId] = $"source-{step.Number % Sources}";
                if (step.Version == 1) pushed[step.Number].SetResult();
                if (step.Version == 2) corrected[step.Number].SetResult();
            });
    }

    private static bool IsCorrected(int number) => number % 4 == 0;

    private static string Html(int number, int version) => SampleArticles.Html(number, 1_000)
        .Replace("</article>", $"<p>This is the text of version {version}, as it was agreed on by everybody.</p></article>", StringComparison.Ordinal);

    private bool AreAllPublished(IReadOnlyList<ChangeEntry> changes)
    {
        var published = changes.GroupBy(change => change.ArticleId).ToDictionary(group => group.Key, group => group.Max(change => change.Version));
        return _latest.Values.All(accepted => published.GetValueOrDefault(accepted.ArticleId) >= accepted.Version);
    }

    private static async Task<long> CountPendingAsync(ServiceCluster cluster, List<Endpoint> endpoints)
    {
        var pending = 0L;
        foreach (var endpoint in endpoints)
        {
            var read = await cluster.Publish.Client.GetFromJsonAsync<JsonNode>($"v1/subscriptions/{endpoint.Id}", Cancellation);
            pending += (long?)read!["deliveries"]?["pending"] ?? 0;
        }
        return pending;
    }

    /// <summary>Checks one endpoint; answers how many deliveries reached it again because of the kill.</summary>
    private async Task<int> CheckAsync(
        ServiceCluster cluster, Endpoint endpoint, IReadOnlyList<ChangeEntry> changes, List<Receipt> receipts, DateTimeOffset killed)
    {
        var states = await ReadStatesAsync(cluster, endpoint);
        var expected = ExpectedBy(endpoint, changes).Select(change => $"{endpoint.Id}_{change.Sequence}").ToHashSet();
        Assert.Equal(expected.Order(), states.Keys.Order());
        Assert.All(states.Values, state => Assert.True(state is "delivered" or "skipped", $"A delivery is {state}."));

        // What came is what counts as delivered; what was skipped for its withdrawal came only if the killed process had it in hand.
        var came = receipts.Select(receipt => receipt.Id).ToHashSet();
        Assert.Equal(
            states.Where(state => state.Value == "delivered").Select(state => state.Key).Order(),
            came.Where(id => states.GetValueOrDefault(id) != "skipped").Order());
        var withdrawn = changes.Where(change => change.Kind == "withdrawal").Select(change => change.ArticleId).ToHashSet();
        var articleOf = changes.ToDictionary(change => $"{endpoint.Id}_{change.Sequence}", change => change.ArticleId);
        Assert.All(states.Where(state => state.Value == "skipped"), state => Assert.Contains(articleOf[state.Key], withdrawn));

        foreach (var article in receipts.GroupBy(receipt => articleOf[receipt.Id]))
        {
            var first = article.DistinctBy(receipt => receipt.Id).Select(receipt => SequenceOf(receipt.Id)).ToList();
            Assert.True(first.SequenceEqual(first.Order()), $"{endpoint.Path} got {article.Key} as {string.Join(", ", first)}.");
        }

        var again = 0;
        foreach (var repeated in receipts.GroupBy(receipt => receipt.Id).Where(group => group.Count() > 1))
        {
            if (_refusedOnce.ContainsKey(repeated.Key) && repeated.Count() == 2) continue;
            again++;
            Assert.True(repeated.First().At <= killed, $"{endpoint.Path} got {repeated.Key} twice, and the kill is not why.");
        }
        return again;
    }

    /// <summary>What an endpoint has to get, from its filter and the sequence of changes.</summary>
    private IEnumerable<ChangeEntry> ExpectedBy(Endpoint endpoint, IReadOnlyList<ChangeEntry> changes)
    {
        var sent = new HashSet<string>();
        foreach (var change in changes)
        {
            var isSent = sent.Contains(change.ArticleId);
            var kind = isSent || endpoint.Kinds.Contains("correction") ? change.Kind : change.Kind == "withdrawal" ? "none" : "new";
            var takes = (isSent && kind == "withdrawal") || (kind != "none" && (endpoint.Kinds.Count == 0 || endpoint.Kinds.Contains(kind)));
            if (!takes || (!isSent && endpoint.Sources.Count > 0 && !endpoint.Sources.Contains(_sourceOf[change.ArticleId]))) continue;
            sent.Add(change.ArticleId);
            yield return change;
        }
    }

    private static async Task<Dictionary<string, string>> ReadStatesAsync(ServiceCluster cluster, Endpoint endpoint)
    {
        var states = new Dictionary<string, string>();
        for (var query = "?limit=200"; ;)
        {
            var page = (await cluster.Publish.Client.GetFromJsonAsync<JsonNode>($"v1/subscriptions/{endpoint.Id}/deliveries{query}", Cancellation))!;
            foreach (var delivery in page["items"]!.AsArray()) states.Add((string)delivery!["id"]!, (string)delivery["state"]!);
            if ((long?)page["next"] is not { } next) return states;
            query = $"?limit=200&before={next}";
        }
    }

    private static long SequenceOf(string id) => long.Parse(id[(id.LastIndexOf('_') + 1)..], CultureInfo.InvariantCulture);

    private sealed record Endpoint(string Id, string Path, IReadOnlyList<string> Sources, IReadOnlyList<string> Kinds);
}
