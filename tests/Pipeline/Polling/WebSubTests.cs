using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Ingestion.Storage;
using Ingestion.Tests.Infrastructure.Network;
using Ingestion.Tests.Infrastructure.Waiting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Ingestion.Pipeline.Tests.Polling.FeedDocuments;

namespace Ingestion.Pipeline.Tests.Polling;

/// <summary>The subscriber's side of W3C WebSub, with the test as the hub.</summary>
public sealed class WebSubTests(PollingServer server) : IClassFixture<PollingServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_with_a_hub_is_subscribed_to_and_its_pushes_are_taken()
    {
        await using var host = StartHost(RudeAnswer.Of(202, ""));
        var (callback, asked) = await SubscribeAsync("pushed", host);
        Assert.Equal("subscribe", asked["hub.mode"]);
        Assert.Equal("http://topic.example/feed", asked["hub.topic"]);

        using (var verified = await server.Http.GetAsync(Verification(callback, asked["hub.topic"]!, "864000"), Token))
        {
            Assert.Equal("challenge 1", await verified.Content.ReadAsStringAsync(Token));
        }
        var pushed = Rss(new FeedItem("b", null, "Pushed", LongText("the push")));
        using (var answer = await PushAsync(callback, pushed, asked["hub.secret"]!)) Assert.True(answer.IsSuccessStatusCode);

        var articles = await server.ArticlesAsync("pushed", 2);
        Assert.Contains("Pushed", articles.Select(article => (string?)article["article"]!["title"]));

        // From now on the hub is relied on: polls become few, and find nothing new in what was pushed.
        var polled = await server.PollAsync("pushed");
        Assert.Equal(0, (int)polled["lastArticles"]!);
        Assert.True((DateTimeOffset)polled["nextPollAt"]! - (DateTimeOffset)polled["lastPolledAt"]! >= TimeSpan.FromHours(6));
    }

    [Fact]
    public async Task A_subscription_is_renewed_before_it_ends()
    {
        await using var host = StartHost(RudeAnswer.Of(202, ""));
        var (callback, first) = await SubscribeAsync("renewed", host);
        using (var verified = await server.Http.GetAsync(Verification(callback, first["hub.topic"]!, "864000"), Token)) verified.EnsureSuccessStatusCode();
        var feeds = server.Services.GetRequiredService<IFeedStore>();

        // As it stands a day before its end; saving it has it polled at once.
        await Wait.UntilAsync(
            async () =>
            {
                var feed = (await feeds.FindAsync("renewed", Token))!;
                var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
                var ending = feed.Polls.Hub! with { AskedAt = now.AddDays(-9), EndsAt = now.AddDays(1) };
                return await feeds.SaveAsync(
                    feed with { Revision = feed.Revision + 1, DueAt = now, Polls = feed.Polls with { Hub = ending } }, Token);
            },
            outcome => outcome == WriteOutcome.Written);
        var asked = await Wait.UntilAsync(
            () => Task.FromResult(host.Requests.Where(request => request.Path == "/hub").ToList()), requests => requests.Count > 1);

        var again = HttpUtility.ParseQueryString(asked[1].Body);
        Assert.Equal(
            ("subscribe", first["hub.callback"], first["hub.secret"]), (again["hub.mode"], again["hub.callback"], again["hub.secret"]));
    }

    [Fact]
    public async Task What_is_not_signed_with_the_secret_is_dropped()
    {
        await using var host = StartHost(RudeAnswer.Of(202, ""));
        var (callback, asked) = await SubscribeAsync("unsigned", host);
        using (var verified = await server.Http.GetAsync(Verification(callback, asked["hub.topic"]!, "864000"), Token)) verified.EnsureSuccessStatusCode();
        var forged = Rss(new FeedItem("forged", null, "Forged", LongText("the forgery")));

        using (var answer = await PushAsync(callback, forged, "another secret")) Assert.True(answer.IsSuccessStatusCode);
        using (var answer = await PushAsync(callback, Rss(new FeedItem("real", null, "Real", LongText("the real"))), asked["hub.secret"]!)) Assert.True(answer.IsSuccessStatusCode);

        var titles = (await server.ArticlesAsync("unsigned", 2)).Select(article => (string?)article["article"]!["title"]).ToList();
        Assert.Contains("Real", titles);
        Assert.DoesNotContain("Forged", titles);
    }

    [Fact]
    public async Task What_was_not_asked_for_is_not_verified()
    {
        await using var host = StartHost(RudeAnswer.Of(202, ""));
        var (callback, asked) = await SubscribeAsync("asked", host);

        foreach (var wrong in new[]
        {
            Verification(callback, "http://other.example/feed", "864000"),
            Verification(callback, asked["hub.topic"]!, "864000", "unsubscribe"),
            Verification(callback + "0", asked["hub.topic"]!, "864000"),
        })
        {
            using var answer = await server.Http.GetAsync(wrong, Token);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        using var push = await PushAsync(callback + "0", Rss(), asked["hub.secret"]!);
        Assert.Equal(HttpStatusCode.Gone, push.StatusCode);
    }

    [Fact]
    public async Task With_a_hub_that_refuses_the_feed_is_polled()
    {
        await using var host = StartHost(RudeAnswer.Of(500, ""));
        await SubscribeAsync("refused", host);

        var polled = await server.PollAsync("refused");

        Assert.Equal("waiting", (string?)polled["state"]);
        Assert.True((DateTimeOffset)polled["nextPollAt"]! - (DateTimeOffset)polled["lastPolledAt"]! < TimeSpan.FromHours(2));
    }

    private static RudeServer StartHost(RudeAnswer hubAnswer) => RudeServer.Start(request => request.Path == "/hub"
        ? hubAnswer
        : RudeAnswer.Of(200, Rss(new FeedItem("a", null, "Polled", LongText("the poll"))),
            $"Link: <{request.Host()}hub>; rel=\"hub\", <http://topic.example/feed>; rel=\"self\""));

    private async Task<(string Callback, System.Collections.Specialized.NameValueCollection Asked)> SubscribeAsync(string source, RudeServer host)
    {
        await server.SaveFeedAsync(source, new { url = new Uri(host.Url, "/feed") });
        var asked = await Wait.ForAsync(() => Task.FromResult(host.Requests.FirstOrDefault(request => request.Path == "/hub")));
        var form = HttpUtility.ParseQueryString(asked.Body);
        const string Base = "http://callback.example/ingest/";
        Assert.StartsWith(Base, form["hub.callback"], StringComparison.Ordinal);
        return (form["hub.callback"]![Base.Length..], form);
    }

    private static Uri Verification(string callback, string topic, string lease, string mode = "subscribe") => new(
        $"{callback}?hub.mode={mode}&hub.topic={Uri.EscapeDataString(topic)}&hub.challenge=challenge%201&hub.lease_seconds={lease}", UriKind.Relative);

    private async Task<HttpResponseMessage> PushAsync(string callback, string document, string secret)
    {
        var body = Encoding.UTF8.GetBytes(document);
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/rss+xml") } };
        content.Headers.Add("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}");
        return await server.Http.PostAsync(new Uri(callback, UriKind.Relative), content, Token);
    }
}
