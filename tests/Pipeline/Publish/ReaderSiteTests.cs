using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ingestion.Contracts;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

public sealed partial class ReaderSiteTests : IAsyncLifetime
{
    private const string Hostile = "</script></title><img src=x onerror=alert(1)>\"'&";

    private readonly ReadHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_article_has_its_json_ld_with_what_is_required()
    {
        var submission = await _host.PublishAsync("demo", "a", "Title", article: Samples.Article("The new library") with
        {
            Publisher = "The Gazette",
            Section = "City",
            Tags = ["Books"],
            LeadImage = new ArticleImage("https://news.example/library.jpg", "The library", "The library & the river"),
        });

        var html = await HtmlAsync($"/read/articles/{submission.ArticleId}");

        var json = JsonLd(html);
        var address = $"{_host.Client.BaseAddress}read/articles/{submission.ArticleId}";
        Assert.Equal("https://schema.org", json.GetProperty("@context").GetString());
        Assert.Equal("NewsArticle", json.GetProperty("@type").GetString());
        Assert.Equal("The new library", json.GetProperty("headline").GetString());
        Assert.Equal("2026-03-14", json.GetProperty("datePublished").GetString());
        Assert.Equal("2026-03-14T08:00:01Z", json.GetProperty("dateModified").GetString());
        Assert.Equal(("Person", "Ada Clark"), (json.GetProperty("author")[0].GetProperty("@type").GetString(), json.GetProperty("author")[0].GetProperty("name").GetString()));
        Assert.Equal("The Gazette", json.GetProperty("publisher").GetProperty("name").GetString());
        Assert.Equal("https://news.example/library.jpg", json.GetProperty("image")[0].GetString());
        Assert.Equal(address, json.GetProperty("mainEntityOfPage").GetString());
        Assert.Equal("en", json.GetProperty("inLanguage").GetString());
        Assert.Contains("""<html lang="en" dir="ltr">""", html, StringComparison.Ordinal);
        Assert.Contains($"""<link rel="canonical" href="{address}">""", html, StringComparison.Ordinal);
        Assert.Contains("""<meta property="og:title" content="The new library">""", html, StringComparison.Ordinal);
        Assert.Contains("<figcaption>The library &amp; the river</figcaption>", html, StringComparison.Ordinal);
        Assert.Contains("""href="/read/topics/books" rel="tag">""", html, StringComparison.Ordinal);
        foreach (var type in new[] { "application/atom+xml", "application/rss+xml", "application/feed+json" })
            Assert.Contains($"""<link rel="alternate" type="{type}" """, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("Corrected on", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_article_stays_text()
    {
        var submission = await _host.PublishAsync("demo", "a", Hostile, article: Samples.Article(Hostile) with
        {
            Authors = [Hostile],
            Section = Hostile,
            LeadImage = new ArticleImage("javascript:alert(1)", Hostile, Hostile),
            CanonicalUrl = "javascript:alert(1)",
        });

        foreach (var url in new[] { $"/read/articles/{submission.ArticleId}", "/read", $"/read?search={Uri.EscapeDataString(Hostile)}", $"/read/topics/{Uri.EscapeDataString(Hostile)}" })
        {
            var html = await HtmlAsync(url);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
            Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        }
        Assert.Equal(Hostile, JsonLd(await HtmlAsync($"/read/articles/{submission.ArticleId}")).GetProperty("headline").GetString());
    }

    [Fact]
    public async Task A_correction_says_so()
    {
        var submission = await _host.PublishAsync("demo", "a", "Title");
        await _host.PublishAsync("demo", "a", "Corrected", 60, Samples.Article("Title", "The library opens in four years."));

        Assert.Matches("Corrected on <time[^>]*>2026-03-14 09:00 UTC</time>", await HtmlAsync($"/read/articles/{submission.ArticleId}"));
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone()
    {
        var submission = await _host.PublishAsync("demo", "a", "Secret");
        await _host.WithdrawAsync(submission, 1);

        using var response = await _host.Client.GetAsync($"/read/articles/{submission.ArticleId}", Cancellation);
        var html = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Contains("This article was withdrawn", html, StringComparison.Ordinal);
        Assert.Contains("noindex", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", html + await HtmlAsync("/read"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged()
    {
        for (var i = 1; i <= 25; i++) await _host.PublishAsync("one", $"a{i}", $"Number {i}", article: Samples.Article($"Number {i}") with { Tags = ["Books"] });
        await _host.PublishAsync("two", "b", "河边", article: Samples.Article("河边的图书馆"), enrichment: Samples.Enrichment("zh", "Hant"));

        var first = await HtmlAsync("/read/topics/BOOKS");
        var older = await HtmlAsync(WebUtility.HtmlDecode(NextLink().Match(first).Groups[1].Value));

        Assert.Contains(">Number 25<", first, StringComparison.Ordinal);
        Assert.DoesNotContain(">Number 5<", first, StringComparison.Ordinal);
        Assert.Contains(">Number 5<", older, StringComparison.Ordinal);
        // The topic as the articles write it, whatever the address says.
        Assert.Contains("""<p class="kind">Topic</p>""", first, StringComparison.Ordinal);
        Assert.Contains("""<h1 dir="auto">Books</h1>""", first, StringComparison.Ordinal);
        Assert.Contains("""<a rel="prev" href="/read/topics/books">Newer articles</a>""", older, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"prev\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", older, StringComparison.Ordinal);
        var chinese = await HtmlAsync("/read?language=zh");
        Assert.Contains("""<li lang="zh-Hant" dir="ltr">""", chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("Number", chinese, StringComparison.Ordinal);
        Assert.Contains("河边的图书馆", await HtmlAsync("/read?search=图书馆"), StringComparison.Ordinal);
        Assert.Contains("河边的图书馆", await HtmlAsync("/read/sources/two"), StringComparison.Ordinal);
        Assert.Contains("No article here", await HtmlAsync("/read/sources/nobody"), StringComparison.Ordinal);
        Assert.Contains("Try fewer words", await HtmlAsync("/read?search=zeppelin"), StringComparison.Ordinal);
        Assert.Contains("""<h1 dir="auto">中文</h1>""", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_lead_forward_and_back()
    {
        for (var i = 1; i <= 65; i++) await _host.PublishAsync("one", $"a{i}", $"Number {i}", article: Samples.Article($"Number {i}"));

        var pages = new List<string> { await HtmlAsync("/read") };
        while (NextLink().Match(pages[^1]) is { Success: true } next) pages.Add(await HtmlAsync(WebUtility.HtmlDecode(next.Groups[1].Value)));
        Assert.Equal(4, pages.Count);
        var back = new List<string> { pages[^1] };
        while (NewerLink().Match(back[^1]) is { Success: true } newer) back.Add(await HtmlAsync(WebUtility.HtmlDecode(newer.Groups[1].Value)));

        Assert.Equal(pages, back.AsEnumerable().Reverse());
    }

    [Fact]
    public async Task Below_an_article_stand_others_of_its_source()
    {
        var submission = await _host.PublishAsync("one", "a", "The first", article: Samples.Article("The first"));
        await _host.PublishAsync("one", "b", "The second", article: Samples.Article("The second") with { Publisher = "The Gazette" });
        await _host.PublishAsync("two", "c", "Somebody else's", article: Samples.Article("Somebody else's"));

        var html = await HtmlAsync($"/read/articles/{submission.ArticleId}");

        Assert.Matches("More from one</h2>\\s*<ul><li><a [^>]*>The second</a>", html);
        Assert.DoesNotContain("Somebody else", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_summary_ends_with_a_whole_word()
    {
        var summary = string.Join(' ', Enumerable.Repeat("harbour", 60));
        await _host.PublishAsync("one", "a", "Title", article: Samples.Article("Title") with { Standfirst = summary });
        await _host.PublishAsync("one", "b", "Titel", article: Samples.Article("Titel") with { Standfirst = new string('港', 300) });

        var html = await HtmlAsync("/read");

        Assert.Matches("<p>(harbour )+harbour…</p>", html);
        Assert.Matches("<p>港{110}…</p>", html);
    }

    [Fact]
    public async Task The_policy_lets_nothing_run()
    {
        using var response = await _host.Client.GetAsync("/read", Cancellation);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'self'; img-src 'self' https: data:;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        using var css = await _host.Client.GetAsync(StylesheetLink().Match(await response.Content.ReadAsStringAsync(Cancellation)).Groups[1].Value, Cancellation);
        Assert.Equal("text/css", css.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_sitemap_has_every_article_that_can_be_read()
    {
        var submission = await _host.PublishAsync("demo", "a", "Title");
        await _host.WithdrawAsync(await _host.PublishAsync("demo", "b", "Gone"), 1);
        XNamespace sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

        var index = XDocument.Parse(await HtmlAsync("/sitemap.xml")).Root!;
        var part = XDocument.Parse(await HtmlAsync(index.Descendants(sitemaps + "loc").Single().Value)).Root!;

        Assert.Equal($"{_host.Client.BaseAddress}read/articles/{submission.ArticleId}", part.Descendants(sitemaps + "loc").Single().Value);
        Assert.Contains($"Sitemap: {_host.Client.BaseAddress}sitemap.xml", await HtmlAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/read/articles/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/read/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/read?language=english", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_is_a_page_that_says_so(string url, HttpStatusCode status)
    {
        using var response = await _host.Client.GetAsync(url, Cancellation);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("The latest articles", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private Task<string> HtmlAsync(string url) => _host.Client.GetStringAsync(url, Cancellation);

    private static JsonElement JsonLd(string html) => JsonDocument.Parse(Script().Match(html).Groups[1].Value).RootElement;

    [GeneratedRegex("""<script type="application/ld\+json">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<a rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex NextLink();

    [GeneratedRegex("<a rel=\"prev\" href=\"([^\"]+)\"")]
    private static partial Regex NewerLink();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex StylesheetLink();
}
