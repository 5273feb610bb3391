using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

public sealed class ReadApiTests : IAsyncLifetime
{
    private readonly ReadHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_list_is_newest_first_and_pages_by_cursor_without_loss()
    {
        for (var i = 0; i < 5; i++) await _host.PublishAsync("demo", $"a{i}", $"Title {i}", minute: i);

        var first = await GetAsync("/v1/articles?limit=3");
        var second = await GetAsync($"/v1/articles?limit=3&cursor={Uri.EscapeDataString(first.GetProperty("nextCursor").GetString()!)}");

        Assert.Equal(["Title 4", "Title 3", "Title 2"], Titles(first));
        Assert.Equal(["Title 1", "Title 0"], Titles(second));
        Assert.False(second.TryGetProperty("nextCursor", out _));
    }

    [Fact]
    public async Task A_list_item_says_what_came_out_and_how_long_it_took()
    {
        await _host.PublishAsync("demo", "a", "Title");

        var item = (await GetAsync("/v1/articles")).GetProperty("items")[0];

        Assert.Equal("published", item.GetProperty("state").GetString());
        Assert.Equal("en", item.GetProperty("language").GetString());
        Assert.Equal((6, 4), (item.GetProperty("wordsKept").GetInt32(), item.GetProperty("wordsRemoved").GetInt32()));
        Assert.Equal(34.5, item.GetProperty("milliseconds").GetDouble());
    }

    [Fact]
    public async Task The_list_is_filtered()
    {
        await _host.PublishAsync("one", "a", "English", 0);
        await _host.PublishAsync("two", "b", "Chinese", 1, enrichment: Samples.Enrichment("zh", "Hans"));
        await _host.AcceptAsync("two", "c", "Waiting", 2, new ArticleHints { Title = "Waiting" });

        Assert.Equal(["Waiting", "Chinese"], Titles(await GetAsync("/v1/articles?source=two")));
        Assert.Equal(["Chinese"], Titles(await GetAsync("/v1/articles?language=ZH")));
        Assert.Equal(["Waiting"], Titles(await GetAsync("/v1/articles?state=accepted")));
        Assert.Equal(["Waiting", "Chinese"], Titles(await GetAsync("/v1/articles?changedSince=2026-03-14T08:01:00Z")));
        Assert.Equal(["Waiting", "Chinese"], Titles(await GetAsync("/v1/articles?changed-since=2026-03-14T09:01:00%2B01:00")));
        Assert.Empty(Titles(await GetAsync("/v1/articles?source=nobody")));
    }

    [Theory]
    [InlineData("/v1/articles?state=gone", "state", "'gone'", "accepted, published, withdrawn, superseded, failed")]
    [InlineData("/v1/articles?limit=0", "limit", "'0'", "1 to 200")]
    [InlineData("/v1/articles?limit=many", "limit", "'many'", "1 to 200")]
    [InlineData("/v1/articles?changedSince=yesterday", "changedSince", "'yesterday'", "ISO 8601")]
    [InlineData("/v1/articles?language=english", "language", "'english'", "BCP 47")]
    [InlineData("/v1/articles?cursor=xyz", "cursor", "'xyz'", "nextCursor")]
    [InlineData("/v1/changes?after=-1", "after", "'-1'", "0 or more")]
    [InlineData("/v1/changes?limit=1001", "limit", "'1001'", "1 to 1000")]
    [InlineData("/v1/changes?include=all", "include", "'all'", "article, none")]
    [InlineData("/v1/feed.atom?language=english", "language", "'english'", "BCP 47")]
    public async Task A_bad_parameter_is_named_with_its_value_and_what_is_allowed(string url, string name, string value, string allowed)
    {
        using var response = await _host.Client.GetAsync(url, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var error = problem.GetProperty("errors").GetProperty(name)[0].GetString()!;
        Assert.Contains(value, error, StringComparison.Ordinal);
        Assert.Contains(allowed, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_has_its_content_its_ledger_and_its_versions_with_their_timelines()
    {
        var submission = await _host.PublishAsync("demo", "a", "Title");

        var article = await GetAsync($"/v1/articles/{submission.ArticleId}");

        Assert.Equal("published", article.GetProperty("state").GetString());
        var content = article.GetProperty("article");
        Assert.Equal("Title", content.GetProperty("title").GetString());
        Assert.Equal("2026-03-14", content.GetProperty("publishedAt").GetString());
        Assert.Equal("en", content.GetProperty("enrichment").GetProperty("language").GetString());
        Assert.Equal(3, content.GetProperty("removals").GetArrayLength());
        Assert.Equal("repaired", content.GetProperty("removals")[2].GetProperty("action").GetString());
        var version = Assert.Single(article.GetProperty("versions").EnumerateArray());
        Assert.Equal(submission.ContentHash, version.GetProperty("contentHash").GetString());
        Assert.Equal(
            ["ingest", "clean", "enrich", "publish"],
            version.GetProperty("timeline").EnumerateArray().Select(run => run.GetProperty("stage").GetString()));
        Assert.Equal(Samples.TraceId, version.GetProperty("timeline")[0].GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task An_unfinished_article_says_its_attempt_and_when_it_is_due()
    {
        var submission = await _host.AcceptAsync("demo", "a", "Waiting");

        var article = await GetAsync($"/v1/articles/{submission.ArticleId}");

        Assert.Equal("accepted", article.GetProperty("state").GetString());
        Assert.False(article.TryGetProperty("article", out _));
        var version = article.GetProperty("versions")[0];
        Assert.Equal(1, version.GetProperty("attempt").GetInt32());
        Assert.Equal(ReadHost.Start.AddMinutes(1), version.GetProperty("dueAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_failed_article_says_where_and_why()
    {
        var submission = await _host.AcceptAsync("demo", "a", "Poison");
        var failure = new StageFailure(Stage.Clean, "empty-body", "There is no text.", "at Clean()", ReadHost.Start);
        await _host.Submissions.FailAsync(submission.ArticleId, 1, failure, [], Cancellation);

        var article = await GetAsync($"/v1/articles/{submission.ArticleId}");
        var item = (await GetAsync("/v1/articles?state=failed")).GetProperty("items")[0];

        var shown = article.GetProperty("versions")[0].GetProperty("failure");
        Assert.Equal(("clean", "empty-body"), (shown.GetProperty("stage").GetString(), shown.GetProperty("reason").GetString()));
        Assert.Equal("at Clean()", shown.GetProperty("detail").GetString());
        Assert.Equal("There is no text.", item.GetProperty("failure").GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_withdrawn_article_is_a_tombstone()
    {
        var submission = await _host.PublishAsync("demo", "a", "Title");
        await _host.WithdrawAsync(submission, 1);

        var article = await GetAsync($"/v1/articles/{submission.ArticleId}");

        Assert.Equal("withdrawn", article.GetProperty("state").GetString());
        Assert.False(article.TryGetProperty("article", out _));
        Assert.Equal(2, article.GetProperty("versions").GetArrayLength());
        Assert.Equal("withdrawal", article.GetProperty("versions")[1].GetProperty("kind").GetString());
        using var raw = await _host.Client.GetAsync($"/v1/articles/{submission.ArticleId}/raw", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, raw.StatusCode);
    }

    [Fact]
    public async Task Nothing_can_be_read_of_what_was_withdrawn()
    {
        var submission = await _host.PublishAsync("demo", "a", "Withdrawn title");
        await _host.WithdrawAsync(submission, 1);

        using var raw = await _host.Client.GetAsync($"/v1/articles/{submission.ArticleId}/raw?version=1", Cancellation);
        var version = await _host.Client.GetStringAsync($"/v1/articles/{submission.ArticleId}/versions/1", Cancellation);
        var changes = await _host.Client.GetStringAsync("/v1/changes?after=0", Cancellation);

        Assert.Equal(HttpStatusCode.Gone, raw.StatusCode);
        Assert.Contains("was withdrawn", await raw.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("Withdrawn title", version, StringComparison.Ordinal);
        Assert.DoesNotContain("Withdrawn title", changes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/articles")]
    [InlineData("/v1/feed.atom")]
    [InlineData("/")]
    public async Task Head_answers_as_get_does_without_the_body(string url)
    {
        using var get = await _host.Client.GetAsync(url, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Head, url);
        using var head = await _host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task An_article_that_the_reader_has_is_304_until_it_changes()
    {
        var submission = await _host.PublishAsync("demo", "a", "Title");
        var url = $"/v1/articles/{submission.ArticleId}";
        using var first = await _host.Client.GetAsync(url, Cancellation);

        using var again = await GetIfNoneMatchAsync(url, first);
        await _host.PublishAsync("demo", "a", "Corrected", 1);
        using var changed = await GetIfNoneMatchAsync(url, first);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
    }

    [Theory]
    [InlineData("/v1/articles/nonsense", "is not an article's id")]
    [InlineData("/v1/articles/00000000000000000000000000", "No article has the id")]
    [InlineData("/v1/articles/nonsense/raw", "is not an article's id")]
    [InlineData("/v1/articles/00000000000000000000000000/raw", "No article has the id")]
    [InlineData("/v1/articles/00000000000000000000000000/versions/1", "has no version '1'")]
    [InlineData("/v1/articles/00000000000000000000000000/versions/first", "has no version 'first'")]
    public async Task What_is_not_there_is_404_and_says_why(string url, string detail)
    {
        using var response = await _host.Client.GetAsync(url, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_version_can_still_be_read()
    {
        var submission = await _host.PublishAsync("demo", "a", "Title");
        await _host.PublishAsync("demo", "a", "Corrected", 1);

        var old = await GetAsync($"/v1/articles/{submission.ArticleId}/versions/1");

        Assert.False(old.GetProperty("isCurrent").GetBoolean());
        Assert.Equal("Title", old.GetProperty("article").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Raw_bytes_come_as_received_and_cannot_run_in_a_browser()
    {
        const string Page = "<script>alert('hostile')</script>";
        var submission = await _host.AcceptAsync("demo", "a", Page);
        await _host.AcceptAsync("demo", "a", "second version", 1);

        using var response = await _host.Client.GetAsync($"/v1/articles/{submission.ArticleId}/raw?version=1", Cancellation);

        Assert.Equal(Page, await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.StartsWith("sandbox", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("second version", await _host.Client.GetStringAsync($"/v1/articles/{submission.ArticleId}/raw", Cancellation));
    }

    [Fact]
    public async Task Changes_are_gapless_with_the_article_and_tombstones()
    {
        var submission = await _host.PublishAsync("demo", "a", "Title");
        await _host.PublishAsync("demo", "a", "Corrected", 1);
        var before = await GetAsync("/v1/changes?after=1");
        await _host.WithdrawAsync(submission, 2);

        var changes = await GetAsync("/v1/changes");
        var rest = await GetAsync("/v1/changes?after=2&include=none");
        var nothing = await GetAsync("/v1/changes?after=3");

        var entries = changes.GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal([1, 2, 3], entries.Select(change => change.GetProperty("sequence").GetInt64()));
        Assert.Equal(["new", "correction", "withdrawal"], entries.Select(change => change.GetProperty("kind").GetString()));
        var corrected = Assert.Single(before.GetProperty("changes").EnumerateArray()).GetProperty("article");
        Assert.Equal("Corrected", corrected.GetProperty("title").GetString());
        Assert.False(corrected.TryGetProperty("removals", out _));
        Assert.All(entries, change => Assert.False(change.TryGetProperty("article", out _)));
        Assert.Equal(3, changes.GetProperty("next").GetInt64());
        Assert.Equal("withdrawal", Assert.Single(rest.GetProperty("changes").EnumerateArray()).GetProperty("kind").GetString());
        Assert.Equal(3, nothing.GetProperty("next").GetInt64());
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var paths = (await GetAsync("/openapi/v1.json")).GetProperty("paths");

        foreach (var path in new[] { "/v1/articles", "/v1/articles/{id}", "/v1/articles/{id}/versions/{version}", "/v1/articles/{id}/raw", "/v1/changes", "/v1/feed.atom", "/v1/feed.rss", "/v1/feed.json" })
        {
            var operation = paths.GetProperty(path).GetProperty("get");
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.NotEmpty(operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject());
        }
        Assert.False(paths.TryGetProperty("/", out _));
    }

    private async Task<JsonElement> GetAsync(string url) => await _host.Client.GetFromJsonAsync<JsonElement>(url, Cancellation);

    private async Task<HttpResponseMessage> GetIfNoneMatchAsync(string url, HttpResponseMessage before)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        return await _host.Client.SendAsync(request, Cancellation);
    }

    private static IEnumerable<string?> Titles(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString());

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));
}
