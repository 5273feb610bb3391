using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingestion.Tests.Infrastructure.Network;
using Ingestion.Tests.Infrastructure.Waiting;
using Xunit;
using static Ingestion.Pipeline.Tests.Polling.FeedDocuments;

namespace Ingestion.Pipeline.Tests.Polling;

public sealed class PollingTests(PollingServer server) : IClassFixture<PollingServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_feed_brings_comes_out_once_with_corrections()
    {
        var (etag, items) = ("\"1\"", new[] { new FeedItem("a", null, "The pier opens", LongText("the pier")), new FeedItem("b", null, "The mole closes", LongText("the mole")) });
        await using var feed = RudeServer.Start(request => request.Header("If-None-Match") == etag
            ? RudeAnswer.Raw(304, [])
            : RudeAnswer.Of(200, Rss(items), "Content-Type: application/rss+xml", $"ETag: {etag}"));

        using (var saved = await server.SaveFeedAsync("once", new { url = feed.Url })) Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        var first = await server.UntilPolledAsync("once");
        Assert.Equal((2, 200, "waiting", "Harbour news"), ((int)first["lastArticles"]!, (int)first["lastStatus"]!, (string?)first["state"], (string?)first["title"]));
        var articles = await server.ArticlesAsync("once", 2);
        Assert.Equal(["The mole closes", "The pier opens"], articles.Select(article => (string)article["article"]!["title"]!).Order());
        Assert.All(articles, article => Assert.Contains("In paragraph 12", (string)article["article"]!["bodyText"]!, StringComparison.Ordinal));

        var second = await server.PollAsync("once");
        Assert.Equal((0, 304), ((int)second["lastArticles"]!, (int)second["lastStatus"]!));

        (etag, items) = ("\"2\"", [new FeedItem("c", null, "The dock moves", LongText("the dock")), items[0] with { Title = "The pier opens late" }, items[1]]);
        var third = await server.PollAsync("once");
        Assert.Equal((2, 4), ((int)third["lastArticles"]!, (int)third["articles"]!));
        articles = await Wait.UntilAsync(() => server.ArticlesAsync("once", 3), all => all.Any(one => (int)one["version"]! == 2));
        var corrected = Assert.Single(articles, article => (int)article["version"]! == 2);
        Assert.Equal("The pier opens late", (string)corrected["article"]!["title"]!);
    }

    [Fact]
    public async Task The_same_story_in_two_feeds_is_two_articles_in_one_cluster()
    {
        const string Story =
            "<p>The old lighthouse on the cape is to shine again from autumn on, because an heir of its last keeper has paid for new glass "
            + "and a lamp that turns.</p><p>Fishermen had asked for it since two boats ran aground in fog last year. Visitors may climb the "
            + "stairs on Sundays, and a small room at the bottom shows logbooks, oil cans and the coat of the man who wound up the clockwork "
            + "every night for forty years.</p>";
        await using var first = RudeServer.Start(_ => RudeAnswer.Of(200, Rss(
            new FeedItem("a", null, "The lighthouse", Story), new FeedItem("b", null, "The market", "<p>Nothing but apples was for sale this week.</p>"))));
        await using var second = RudeServer.Start(_ => RudeAnswer.Of(200, Rss(
            new FeedItem("1", null, "Lighthouse: the council decides", "<p>From our correspondent.</p>" + Story))));

        await server.SaveFeedAsync("story-one", new { url = first.Url });
        var one = (await server.ArticlesAsync("story-one", 2)).Single(article => (string?)article["article"]!["title"] == "The lighthouse");
        await server.SaveFeedAsync("story-two", new { url = second.Url });
        var two = Assert.Single(await server.ArticlesAsync("story-two", 1));

        Assert.NotEqual((string?)one["id"], (string?)two["id"]);
        Assert.Equal((string?)one["clusterId"], (string?)two["clusterId"]);
        Assert.Equal((string?)one["id"], (string?)two["sameStory"]![0]!["id"]);
    }

    [Fact]
    public async Task Every_article_has_a_trace_of_its_own()
    {
        await using var feed = RudeServer.Start(_ => RudeAnswer.Of(200, Rss(
            new FeedItem("a", null, "One", LongText("one")), new FeedItem("b", null, "Two", LongText("two")))));
        await server.SaveFeedAsync("traces", new { url = feed.Url });

        var traces = (await server.ArticlesAsync("traces", 2))
            .Select(article => article["versions"]![0]!["timeline"]!.AsArray().Select(run => (string?)run!["traceId"]).Distinct().ToList()).ToList();

        Assert.All(traces, trace => Assert.Single(trace));
        Assert.Equal(2, traces.Select(trace => trace[0]).Distinct().Count());
    }

    [Fact]
    public async Task A_teaser_is_completed_from_its_page_if_robots_may()
    {
        await using var host = RudeServer.Start(request => request.Path switch
        {
            "/feed" => RudeAnswer.Of(200, Rss(
                new FeedItem("open", new Uri(request.Host(), "/open").ToString(), "Open", "<p>The council has…</p>"),
                new FeedItem("closed", new Uri(request.Host(), "/closed").ToString(), "Closed", "<p>The harbour master says that more is to come [...]</p>"),
                new FeedItem("whole", new Uri(request.Host(), "/whole").ToString(), "Whole", LongText("the whole")))),
            "/robots.txt" => RudeAnswer.Of(200, "User-agent: ingestion\nDisallow: /closed"),
            _ => RudeAnswer.Of(200, Page("From the page", LongText("the page")), "Content-Type: text/html; charset=utf-8"),
        });

        await server.SaveFeedAsync("teasers", new { url = new Uri(host.Url, "/feed") });

        var texts = (await server.ArticlesAsync("teasers", 3)).ToDictionary(a => (string)a["article"]!["title"]!, a => (string)a["article"]!["bodyText"]!);
        Assert.Contains("report on the page", texts["From the page"], StringComparison.Ordinal);
        Assert.Contains("harbour master", texts["Closed"], StringComparison.Ordinal);
        Assert.Contains("report on the whole", texts["Whole"], StringComparison.Ordinal);
        Assert.Equal(["/feed", "/open", "/robots.txt"], host.Requests.Select(request => request.Path).Order());
    }

    [Fact]
    public async Task Made_up_guids_do_not_make_new_articles()
    {
        var poll = 0;
        await using var feed = RudeServer.Start(_ => RudeAnswer.Of(200, Rss(
            new FeedItem($"churn-{++poll}", "http://news.example/churned", "Churned", LongText("churn")))));
        await server.SaveFeedAsync("churn", new { url = feed.Url, fullText = "never" });
        await server.ArticlesAsync("churn", 1);

        var again = await server.PollAsync("churn");
        again = await server.PollAsync("churn");

        Assert.Equal((0, 1), ((int)again["lastArticles"]!, (int)again["articles"]!));
        Assert.Single(await server.ArticlesAsync("churn", 1));
    }

    [Fact]
    public async Task A_feed_that_is_gone_stops_with_the_reason_until_it_is_polled_by_hand()
    {
        var isGone = true;
        await using var feed = RudeServer.Start(_ => isGone ? RudeAnswer.Of(410, "") : RudeAnswer.Of(200, Rss(new FeedItem("a", null, "Back", LongText("back")))));
        await server.SaveFeedAsync("gone", new { url = feed.Url });

        var stopped = await server.UntilPolledAsync("gone");
        isGone = false;
        var back = await server.PollAsync("gone");

        Assert.Equal("stopped", (string?)stopped["state"]);
        Assert.Equal("The feed is gone for good: its server answered 410.", (string?)stopped["error"]);
        Assert.Null(stopped["nextPollAt"]);
        Assert.Equal("waiting", (string?)back["state"]);
        Assert.Null(back["error"]);
    }

    [Theory]
    [InlineData(500, "Nothing", "127.0.0.1 answered 500 InternalServerError.")]
    [InlineData(200, "<!DOCTYPE html><html><body>A page</body></html>", "is no feed.")]
    public async Task A_failure_is_said_in_words_and_tried_again(int status, string body, string error)
    {
        await using var feed = RudeServer.Start(_ => RudeAnswer.Of(status, body));
        await server.SaveFeedAsync($"failing-{status}", new { url = feed.Url });

        var polled = await server.UntilPolledAsync($"failing-{status}");

        Assert.Equal(("failing", 1), ((string?)polled["state"], (int)polled["failures"]!));
        Assert.Contains(error, (string?)polled["error"], StringComparison.Ordinal);
        Assert.NotNull(polled["nextPollAt"]);
    }

    [Fact]
    public async Task A_host_is_asked_one_at_a_time()
    {
        await using var host = RudeServer.Start(async (request, stop) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(30), stop); // how long an answer takes here
            return RudeAnswer.Of(200, Rss(new FeedItem(request.Path, null, $"Of {request.Path}", LongText(request.Path))));
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => server.SaveFeedAsync($"shared-{i}", new { url = new Uri(host.Url, $"/{i}") })));
        for (var i = 0; i < 8; i++) await server.UntilPolledAsync($"shared-{i}");

        Assert.Equal(8, host.Requests.Count);
        Assert.Equal(1, host.MostOpen);
    }

    [Fact]
    public async Task A_paused_feed_and_one_of_a_source_that_is_off_are_not_asked()
    {
        await using var feed = RudeServer.Start(_ => RudeAnswer.Of(200, Rss()));
        using (var off = await server.Http.PutAsJsonAsync("v1/sources/off", new { name = "Off", enabled = false }, Token)) off.EnsureSuccessStatusCode();
        await server.SaveFeedAsync("off", new { url = feed.Url });
        await server.SaveFeedAsync("paused", new { url = feed.Url, paused = true });
        await using var other = RudeServer.Start(_ => RudeAnswer.Of(200, Rss()));
        await server.SaveFeedAsync("asked", new { url = other.Url });

        await server.UntilPolledAsync("asked");

        Assert.Empty(feed.Requests);
        Assert.Equal("paused", (string?)(await server.ReadFeedAsync("paused"))["state"]);
        using var poll = await server.Http.PostAsync(new Uri("v1/sources/paused/feed/poll", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.Conflict, poll.StatusCode);
    }

    [Fact]
    public async Task The_feed_of_a_page_is_found_and_shown_before_it_is_saved()
    {
        await using var host = RudeServer.Start(request => request.Path == "/"
            ? RudeAnswer.Of(200, Page("Home", "<p>Welcome</p>", "<link rel=alternate type=application/rss+xml href=/news.rss>"), "Content-Type: text/html")
            : RudeAnswer.Of(200, Rss(new FeedItem("a", "/a", "The pier opens", "<p>More…</p>"))));

        using var answer = await server.Http.PostAsJsonAsync("v1/feeds/preview", new { url = host.Url }, Token);
        var preview = await AllInOneServer.ReadAsync(answer);

        Assert.Equal(new Uri(host.Url, "/news.rss").ToString(), (string?)preview["url"]);
        Assert.Equal("Harbour news", (string?)preview["title"]);
        var entry = Assert.Single(preview["latest"]!.AsArray());
        Assert.Equal(("The pier opens", true), ((string?)entry!["title"], (bool)entry["isTeaser"]!));
    }

    [Theory]
    [InlineData("""{"url":"nonsense"}""", "url: 'nonsense' is not an absolute http or https URL.")]
    [InlineData("""{"url":"http://a.example/","fullText":"sometimes"}""", "'sometimes' is not one of never, teaser, always.")]
    [InlineData("""{"url":"http://a.example/","minIntervalSeconds":0}""", "0 is not from 1 to 604800.")]
    [InlineData("{}", "url: is required")]
    public async Task Settings_that_are_wrong_are_named(string body, string error)
    {
        using var content = new StringContent(body, null, "application/json");
        using var answer = await server.Http.PutAsync(new Uri("v1/sources/wrong/feed", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(error, (string?)(await AllInOneServer.ReadAsync(answer))["detail"], StringComparison.Ordinal);
        using var read = await server.Http.GetAsync(new Uri("v1/sources/wrong/feed", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task Feeds_are_listed_and_deleted()
    {
        await server.SaveFeedAsync("listed-1", new { url = "http://127.0.0.1:9/", paused = true });
        await server.SaveFeedAsync("listed-2", new { url = "http://127.0.0.1:9/", paused = true });

        var page = (await server.Http.GetFromJsonAsync<JsonNode>("v1/feeds?after=listed-&limit=1", Token))!;
        using var deleted = await server.Http.DeleteAsync(new Uri("v1/sources/listed-1/feed", UriKind.Relative), Token);
        var rest = (await server.Http.GetFromJsonAsync<JsonNode>("v1/feeds?after=listed-&limit=1", Token))!;

        Assert.Equal(("listed-1", "listed-1"), ((string?)page["items"]![0]!["source"], (string?)page["next"]));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal("listed-2", (string?)rest["items"]![0]!["source"]);
    }
}
