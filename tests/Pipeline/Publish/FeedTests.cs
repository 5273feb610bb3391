using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

public sealed class FeedTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Tombstones = "http://purl.org/atompub/tombstones/1.0";

    private readonly ReadHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_feed_has_what_its_filter_lets_through()
    {
        await PublishAsync("one", "a", "Bread and roses", ["Food"]);
        await PublishAsync("two", "b", "The river", ["Food", "Water"], "zh");

        Assert.Equal(["The river", "Bread and roses"], await TitlesAsync(""));
        Assert.Equal(["Bread and roses"], await TitlesAsync("?source=one"));
        Assert.Equal(["The river"], await TitlesAsync("?language=ZH"));
        Assert.Equal(["The river"], await TitlesAsync("?topic=WATER"));
        Assert.Equal(["Bread and roses"], await TitlesAsync("?topic=food&search=bread"));
        Assert.Equal(["The river"], await TitlesAsync("?search=River"));
        Assert.Empty(await TitlesAsync("?search=sea"));
    }

    [Fact]
    public async Task Pages_lead_through_all_articles_without_loss()
    {
        for (var i = 0; i < 120; i++) await _host.PublishAsync("demo", $"a{i}", $"Title {i}");

        var sizes = new List<int>();
        var seen = new List<string>();
        for (var url = "/v1/feed.json?source=demo"; url is not null;)
        {
            var page = await JsonAsync(url);
            var titles = page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!).ToList();
            sizes.Add(titles.Count);
            seen.AddRange(titles);
            url = page.TryGetProperty("next_url", out var next) ? next.GetString() : null;
        }

        Assert.Equal([50, 50, 20], sizes);
        Assert.Equal(Enumerable.Range(0, 120).Reverse().Select(i => $"Title {i}"), seen);
    }

    [Fact]
    public async Task Pages_lead_back_the_way_they_came_and_to_the_last()
    {
        for (var i = 0; i < 120; i++) await _host.PublishAsync("demo", $"a{i}", $"Title {i}");

        var first = await AtomAsync("/v1/feed.atom?source=demo");
        var second = await AtomAsync(Link(first, "next")!);
        var third = await AtomAsync(Link(second, "next")!);

        Assert.Null(Link(first, "previous"));
        Assert.Equal(Link(first, "self"), Link(second, "previous"));
        Assert.Equal(Link(second, "self"), Link(third, "previous"));
        Assert.All([first, second, third], page => Assert.Equal(Link(first, "self"), Link(page, "first")));
        var last = await AtomAsync(Link(first, "last")!);
        Assert.Null(Link(last, "next"));
        Assert.Equal(Enumerable.Range(0, 50).Reverse().Select(i => $"Title {i}"), Titles(last));
        Assert.Null(Link(await AtomAsync("/v1/feed.atom?search=nothing"), "last"));
    }

    [Theory]
    [InlineData("/v1/feed.atom", "application/atom+xml")]
    [InlineData("/v1/feed.rss?topic=food", "application/rss+xml")]
    [InlineData("/v1/feed.json?search=title", "application/feed+json")]
    public async Task What_the_reader_has_is_304_until_something_changes(string url, string type)
    {
        await PublishAsync("demo", "a", "Title", ["Food"]);

        using var first = await _host.Client.GetAsync(url, Cancellation);
        using var byTag = await GetAsync(url, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var byTime = await GetAsync(url, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);
        await PublishAsync("demo", "a", "Title corrected", ["Drink"], minute: 1);
        using var changedByTag = await GetAsync(url, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));
        using var changedByTime = await GetAsync(url, request => request.Headers.IfModifiedSince = first.Content.Headers.LastModified);

        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, byTag.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, byTime.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changedByTag.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changedByTime.StatusCode);
    }

    [Fact]
    public async Task What_was_withdrawn_is_told_with_no_word_of_it()
    {
        var withdrawn = await PublishAsync("demo", "a", "Secret", ["Food"]);
        await _host.WithdrawAsync(withdrawn, 1);

        foreach (var query in new[] { "", "?source=demo", "?language=en", "?topic=food" })
        {
            var atom = XDocument.Parse(await _host.Client.GetStringAsync("/v1/feed.atom" + query, Cancellation)).Root!;
            var deleted = Assert.Single(atom.Elements(Tombstones + "deleted-entry"));
            Assert.Equal($"urn:ingestion:article:{withdrawn.ArticleId}", deleted.Attribute("ref")?.Value);
            var item = Assert.Single((await JsonAsync("/v1/feed.json" + query)).GetProperty("items").EnumerateArray());
            Assert.True(item.GetProperty("_ingestion").GetProperty("withdrawn").GetBoolean());
        }
        foreach (var format in new[] { "atom", "rss", "json" })
            Assert.DoesNotContain("Secret", await _host.Client.GetStringAsync($"/v1/feed.{format}", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_names_itself_in_its_header_and_no_hub_where_none_is()
    {
        using var response = await _host.Client.GetAsync("/v1/feed.atom?source=a%20b", Cancellation);

        var self = $"{_host.Client.BaseAddress}v1/feed.atom?source=a%20b";
        Assert.Equal($"<{self}>; rel=\"self\"", response.Headers.GetValues("Link").First());
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).Root!;
        Assert.Equal(self, feed.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value == "self").Attribute("href")?.Value);
    }

    [Theory]
    [InlineData("before=zero", "before: 'zero'")]
    [InlineData("language=english", "BCP 47")]
    [InlineData("search=a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z+0+1+2+3+4+5+6+7", "at most 32 words")]
    public async Task What_is_wrong_with_a_query_is_said(string query, string detail)
    {
        using var response = await _host.Client.GetAsync($"/v1/feed.rss?{query}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Contains(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private Task<Submission> PublishAsync(string source, string key, string title, string[] tags, string language = "en", int minute = 0) =>
        _host.PublishAsync(
            source, key, title, minute, Samples.Article(title) with { Tags = tags }, Samples.Enrichment(language) with { Summary = null });

    private async Task<IEnumerable<string>> TitlesAsync(string query) => Titles(await AtomAsync("/v1/feed.atom" + query));

    private async Task<XElement> AtomAsync(string url) => XDocument.Parse(await _host.Client.GetStringAsync(url, Cancellation)).Root!;

    private static IEnumerable<string> Titles(XElement feed) =>
        feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value);

    private static string? Link(XElement feed, string rel) =>
        feed.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")?.Value == rel)?.Attribute("href")?.Value;

    private async Task<JsonElement> JsonAsync(string url) => JsonDocument.Parse(await _host.Client.GetStringAsync(url, Cancellation)).RootElement;

    private async Task<HttpResponseMessage> GetAsync(string url, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        change(request);
        return await _host.Client.SendAsync(request, Cancellation);
    }
}
