using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Pipeline.Tests.Recleaning;

public sealed class RecleanTests(AllInOneServer server) : IClassFixture<AllInOneServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_rules_reach_what_was_published_before_and_only_that_once()
    {
        var tailed = await PushAsync("reclean", "1", Page("First"));
        var plain = await PushAsync("reclean", "2", Page("Second").Replace("class=\"tail\"", "", StringComparison.Ordinal));
        var withdrawn = await PushAsync("reclean", "3", Page("Third"));
        using (await server.Http.DeleteAsync($"v1/articles/{withdrawn}", Token)) { }
        await server.FinishedAsync(withdrawn, 2);
        var changesBefore = await LastChangeAsync();
        await SaveRulesAsync("reclean", new { remove = new[] { new { name = "tail", selector = ".tail" } } });

        var dry = await RecleanAsync("source=reclean");
        Assert.Equal((true, 2, 1, 0), (dry["dry"]!.GetValue<bool>(), Number(dry, "scanned"), Number(dry, "changed"), Number(dry, "written")));
        var article = Assert.Single(dry["articles"]!.AsArray())!;
        Assert.Equal((tailed, "wouldChange"), (article["id"]!.GetValue<string>(), article["outcome"]!.GetValue<string>()));
        Assert.Equal(1, dry["fields"]!["bodyText"]!.GetValue<int>());
        Assert.Contains("The tail is longer", article["difference"]!["linesRemoved"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Single((await server.ReadArticleAsync(tailed))["versions"]!.AsArray());

        var real = await RecleanAsync("source=reclean&dry=false");
        Assert.Equal((2, 1, 1), (Number(real, "scanned"), Number(real, "changed"), Number(real, "written")));
        Assert.Equal(2, real["articles"]![0]!["newVersion"]!.GetValue<int>());
        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(tailed, 2)).State);
        var published = await server.ReadArticleAsync(tailed);
        Assert.DoesNotContain("The tail", published["article"]!["bodyText"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(1, published["versions"]![1]!["recleanedFrom"]!.GetValue<int>());

        var changes = (await GetAsync($"v1/changes?after={changesBefore}"))["changes"]!.AsArray();
        var change = Assert.Single(changes, change => change!["source"]!.GetValue<string>() == "reclean")!;
        Assert.Equal((tailed, 2, "correction"), (change["articleId"]!.GetValue<string>(), Number(change, "version"), change["kind"]!.GetValue<string>()));

        var again = await RecleanAsync("source=reclean&dry=false");
        Assert.Equal((2, 0, 0), (Number(again, "scanned"), Number(again, "changed"), Number(again, "written")));
        Assert.Single((await server.ReadArticleAsync(plain))["versions"]!.AsArray());
        Assert.Equal("withdrawn", (await server.ReadArticleAsync(withdrawn))["state"]!.GetValue<string>());

        // The bytes that made version 1 are still no news.
        using var same = await server.PushAsync(new { source = "reclean", id = "1", html = Page("First") });
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        Assert.Equal(2, Number(await AllInOneServer.ReadAsync(same), "version"));
    }

    [Fact]
    public async Task Rules_that_were_taken_back_no_longer_hold()
    {
        await SaveRulesAsync("back", new { remove = new[] { new { name = "tail", selector = ".tail" } } });
        var id = await PushAsync("back", "1", Page("Story"));
        using (await server.Http.DeleteAsync("v1/sources/back", Token)) { }

        Assert.Equal(1, Number(await RecleanAsync("source=back&dry=false"), "written"));

        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(id, 2)).State);
        Assert.Contains("The tail", (await server.ReadArticleAsync(id))["article"]!["bodyText"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_goes_page_by_page_and_meets_each_article_once_though_it_makes_new_versions()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add(await PushAsync("paged", $"{i}", Page($"Story {i}")));
        await SaveRulesAsync("paged", new { remove = new[] { new { name = "tail", pattern = "^The tail .*$" } } });

        var (scanned, cursor, calls) = (new List<string>(), "", 0);
        do
        {
            var part = await RecleanAsync($"source=paged&dry=false&limit=2&cursor={cursor}");
            scanned.AddRange(part["articles"]!.AsArray().Select(article => article!["id"]!.GetValue<string>()));
            cursor = part["next"]?.GetValue<string>();
            calls++;
        }
        while (cursor is not null);

        Assert.Equal(3, calls);
        Assert.Equal(ids.Order(), scanned.Order());
        foreach (var id in ids) Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(id, 2)).State);
    }

    [Fact]
    public async Task Two_at_once_make_no_version_twice()
    {
        var ids = new List<string>();
        for (var i = 0; i < 4; i++) ids.Add(await PushAsync("twice", $"{i}", Page($"Story {i}")));
        await SaveRulesAsync("twice", new { titleSelector = "p" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RecleanAsync("source=twice&dry=false")));

        Assert.Equal(4, answers.Sum(answer => Number(answer, "written")));
        foreach (var id in ids)
        {
            await server.FinishedAsync(id, 2);
            Assert.Equal(2, (await server.ReadArticleAsync(id))["versions"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task What_the_rules_leave_nothing_of_stays_and_is_told()
    {
        var id = await PushAsync("nothing", "1", Page("Story"));
        await SaveRulesAsync("nothing", new { remove = new[] { new { name = "all", selector = "article" } } });

        var answer = await RecleanAsync("source=nothing&dry=false");

        Assert.Equal((1, 0, 1), (Number(answer, "scanned"), Number(answer, "changed"), Number(answer, "rejected")));
        Assert.Equal("rejected", answer["articles"]![0]!["outcome"]!.GetValue<string>());
        Assert.Single((await server.ReadArticleAsync(id))["versions"]!.AsArray());
    }

    [Theory]
    [InlineData("dry=perhaps", "dry")]
    [InlineData("limit=0", "limit")]
    [InlineData("since=yesterday", "since")]
    [InlineData("cursor=nonsense!", "cursor")]
    public async Task A_wrong_parameter_is_named(string query, string name)
    {
        using var answer = await server.Http.PostAsync(new Uri($"v1/reclean?{query}", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await AllInOneServer.ReadAsync(answer))["errors"]![name]);
    }

    private static string Page(string title) => $"""
        <html><head><title>{title}</title></head><body><article><h1>{title}</h1>
        <p>The harbour opened again on Monday after the storm had passed, and the first ferries left on time for the islands.</p>
        <p>Fishermen had waited for a week, the harbour master said, and nobody could remember a longer closure in spring.</p>
        <p class="tail">The tail is longer than it looks, and it says what every page of this source says at its very end.</p>
        </article></body></html>
        """;

    private static int Number(JsonNode node, string name) => node[name]!.GetValue<int>();

    /// <summary>Pushes a page, and waits until it is published; its id.</summary>
    private async Task<string> PushAsync(string source, string id, string html)
    {
        using var answer = await server.PushAsync(new { source, id, html });
        var articleId = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();
        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(articleId, 1)).State);
        return articleId;
    }

    private async Task SaveRulesAsync(string source, object rules)
    {
        using var answer = await server.Http.PutAsJsonAsync($"v1/sources/{source}", new { rules }, Token);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<JsonNode> RecleanAsync(string query)
    {
        using var answer = await server.Http.PostAsync(new Uri($"v1/reclean?{query}", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await AllInOneServer.ReadAsync(answer);
    }

    private async Task<long> LastChangeAsync() => (await GetAsync("v1/changes?include=none&limit=1000"))["next"]!.GetValue<long>();

    private async Task<JsonNode> GetAsync(string path) => (await server.Http.GetFromJsonAsync<JsonNode>(path, Token))!;
}
