using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Ingestion.Contracts;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

public sealed class PagesTests : IAsyncLifetime
{
    private readonly ReadHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task An_empty_front_page_says_how_to_push()
    {
        var page = await GetAsync("/");

        Assert.Contains($"curl {_host.Client.BaseAddress}v1/articles", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_lists_articles_with_what_was_kept_and_removed()
    {
        var submission = await _host.PublishAsync("demo", "a", "A <new> library & more");

        var page = await GetAsync("/");

        Assert.Contains($"""<a href="/articles/{submission.ArticleId}">A &lt;new&gt; library &amp; more</a>""", page, StringComparison.Ordinal);
        Assert.Contains("6 kept", page, StringComparison.Ordinal);
        Assert.Contains("4 removed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_without_a_title_can_still_be_opened()
    {
        var submission = await _host.PublishAsync("demo", "a", "content", article: Samples.Article(""));

        Assert.Contains($"""<a href="/articles/{submission.ArticleId}">Article {submission.ArticleId}</a>""", await GetAsync("/"), StringComparison.Ordinal);
        Assert.Contains("<h1>Untitled</h1>", await GetAsync($"/articles/{submission.ArticleId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_pages_and_keeps_its_filters()
    {
        for (var i = 0; i < 3; i++) await _host.PublishAsync("demo", $"a{i}", $"Title {i}", minute: i);

        var page = await GetAsync("/?source=demo&limit=2");
        var older = Regex.Match(page, """<a rel="next" href="([^"]+)">""").Groups[1].Value;
        var next = await GetAsync(WebUtility.HtmlDecode(older));

        Assert.Contains("source=demo", older, StringComparison.Ordinal);
        Assert.Contains("Title 0", next, StringComparison.Ordinal);
        Assert.DoesNotContain("Title 1", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_page_shows_the_body_in_its_language_and_direction()
    {
        var submission = await _host.PublishAsync(
            "demo", "a", "المكتبة", article: Samples.Article("المكتبة", "تفتح المكتبة"), enrichment: Samples.Enrichment("ar", "Arab"));

        var page = await GetAsync($"/articles/{submission.ArticleId}");

        Assert.Contains("""<article lang="ar" dir="rtl">""", page, StringComparison.Ordinal);
        Assert.Contains("<p>تفتح المكتبة</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_page_shows_what_was_taken_away_by_rule()
    {
        var submission = await _host.PublishAsync("demo", "a", "Title");

        var page = await GetAsync($"/articles/{submission.ArticleId}");

        Assert.Contains("boilerplate", page, StringComparison.Ordinal);
        Assert.Contains("32 characters", page, StringComparison.Ordinal);
        Assert.Contains("Subscribe to our &lt;b&gt;letter&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains(Samples.TraceId, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_article_says_why_on_both_pages()
    {
        var submission = await _host.AcceptAsync("demo", "a", "Poison");
        var failure = new StageFailure(Stage.Clean, "empty-body", "There is no text.", null, ReadHost.Start);
        await _host.Submissions.FailAsync(submission.ArticleId, 1, failure, [], Cancellation);

        Assert.Contains("There is no text.", await GetAsync("/"), StringComparison.Ordinal);
        Assert.Contains("There is no text.", await GetAsync($"/articles/{submission.ArticleId}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone()
    {
        var submission = await _host.PublishAsync("demo", "a", "Secret title");
        await _host.WithdrawAsync(submission, 1);

        using var response = await _host.Client.GetAsync($"/articles/{submission.ArticleId}", Cancellation);
        var page = await response.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Contains("withdrawn", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret title", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/nonsense", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/?state=gone", HttpStatusCode.BadRequest)]
    public async Task Errors_are_pages_for_who_asks_for_a_page(string url, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var response = await _host.Client.SendAsync(request, Cancellation);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"""<p class="status">{(int)status}</p>""", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_of_the_api_are_problem_details_even_for_a_browser()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/nowhere");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        using var response = await _host.Client.SendAsync(request, Cancellation);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Pages_forbid_everything_but_their_style_sheet_and_images()
    {
        using var response = await _host.Client.GetAsync("/", Cancellation);
        var page = await response.Content.ReadAsStringAsync(Cancellation);
        var stylesheet = Regex.Match(page, """<link rel="stylesheet" href="([^"]+)">""").Groups[1].Value;
        using var css = await _host.Client.GetAsync(stylesheet, Cancellation);

        Assert.StartsWith("default-src 'none'; style-src 'self'; img-src", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
        Assert.Equal("text/css", css.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", css.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    private Task<string> GetAsync(string url) => _host.Client.GetStringAsync(url, Cancellation);
}
