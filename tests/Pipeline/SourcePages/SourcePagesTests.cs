using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Ingestion.Pipeline.Tests.Polling;
using Ingestion.Tests.Infrastructure.Network;
using Xunit;

namespace Ingestion.Pipeline.Tests.SourcePages;

/// <summary>Sources set up and watched with nothing but a browser without scripts.</summary>
public sealed class SourcePagesTests(PollingServer server) : IClassFixture<PollingServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_is_found_shown_and_only_then_saved()
    {
        await using var site = RudeServer.Start(request => request.Path == "/"
            ? RudeAnswer.Of(200, FeedDocuments.Page("Harbour", "<p>Hello</p>", "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\">"), "Content-Type: text/html")
            : RudeAnswer.Of(200, FeedDocuments.Rss(new FeedItem("1", null, "The <b>bridge</b> opens", FeedDocuments.LongText("a bridge"))), "Content-Type: application/rss+xml"));

        var preview = await PostAsync("sources/preview", new() { ["url"] = site.Url.ToString() });

        Assert.Contains($"""name="url" type="url" required value="{site.Url}feed.xml""", preview.Body, StringComparison.Ordinal);
        Assert.Contains("The bridge opens", preview.Body, StringComparison.Ordinal);
        Assert.Contains("""name="id" required maxlength="128" value="harbour-news""", preview.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("sources/harbour-news")).Status);

        var saved = await PostAsync("sources/feed", new() { ["id"] = "harbour-news", ["name"] = "The Harbour", ["url"] = $"{site.Url}feed.xml", ["minMinutes"] = "5" });
        Assert.Equal("/sources/harbour-news?done=added", saved.Location);
        await server.ArticlesAsync("harbour-news", 1);
        var page = await GetAsync("sources/harbour-news");

        Assert.Contains("The Harbour", page.Body, StringComparison.Ordinal);
        Assert.Contains("""<span class="state feed-waiting">waiting</span>""", page.Body, StringComparison.Ordinal);
        Assert.Matches("<dt>Last poll</dt><dd>.*: 1 article, HTTP 200</dd>", page.Body);
        Assert.Contains("<dt>Next poll</dt><dd>in ", page.Body, StringComparison.Ordinal);
        Assert.Contains("The bridge opens</a>", page.Body, StringComparison.Ordinal);
        Assert.Matches("<title>.*: 1 article, pollution [0-9]+ % ", page.Body); // the chart
        Assert.Contains("The Harbour</a>", (await GetAsync("sources")).Body, StringComparison.Ordinal);
        Assert.Contains("That id is taken", (await PostAsync("sources/feed", new() { ["id"] = "harbour-news", ["url"] = $"{site.Url}feed.xml" })).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_feed_is_told_in_plain_words()
    {
        await using var site = RudeServer.Start(_ => RudeAnswer.Of(200, FeedDocuments.Page("Harbour", "<p>Hello</p>"), "Content-Type: text/html"));

        var preview = await PostAsync("sources/preview", new() { ["url"] = site.Url.ToString() });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, preview.Status);
        Assert.Contains("It names no feed either.", preview.Body, StringComparison.Ordinal);
        Assert.Contains("is not an absolute http or https URL", (await PostAsync("sources/preview", new() { ["url"] = "harbour" })).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_is_paused_resumed_polled_and_changed()
    {
        await using var site = RudeServer.Start(_ => RudeAnswer.Of(200, FeedDocuments.Rss(), "Content-Type: application/rss+xml"));
        await server.SaveFeedAsync("steered", new { url = $"{site.Url}feed.xml" });
        var first = await server.UntilPolledAsync("steered");

        Assert.Equal("/sources/steered?done=paused", (await PostAsync("sources/steered/pause")).Location);
        Assert.Equal("paused", (string?)(await server.ReadFeedAsync("steered"))["state"]);
        Assert.Contains("The feed is paused", (await PostAsync("sources/steered/poll")).Body, StringComparison.Ordinal);
        Assert.Equal("/sources/steered?done=resumed", (await PostAsync("sources/steered/resume")).Location);
        var second = await server.UntilPolledAsync("steered", (string?)first["lastPolledAt"]);
        Assert.Equal("/sources/steered?done=polled", (await PostAsync("sources/steered/poll")).Location);
        await server.UntilPolledAsync("steered", (string?)second["lastPolledAt"]);

        var changed = await PostAsync(
            "sources/steered/feed", new() { ["url"] = $"{site.Url}other.xml", ["fullText"] = "never", ["minMinutes"] = "90" });
        Assert.Equal("/sources/steered?done=saved", changed.Location);
        var feed = await server.ReadFeedAsync("steered");
        Assert.Equal(($"{site.Url}other.xml", "never", 5400), ((string?)feed["url"], (string?)feed["fullText"], (int)feed["minIntervalSeconds"]!));
        Assert.Contains("minIntervalSeconds: 0 is not from 1", (await PostAsync(
            "sources/steered/feed", new() { ["url"] = $"{site.Url}other.xml", ["minMinutes"] = "soon" })).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_fails_says_why()
    {
        await using var site = RudeServer.Start(_ => RudeAnswer.Of(503, ""));
        await server.SaveFeedAsync("failing", new { url = $"{site.Url}feed.xml" });
        var error = (string)(await server.UntilPolledAsync("failing"))["error"]!;

        Assert.Contains(WebUtility.HtmlEncode(error), (await GetAsync("sources/failing")).Body, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(error), (await GetAsync("sources")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defaults_and_limits_are_edited_and_nobodys_change_is_lost()
    {
        Assert.Equal("/sources/edited?done=made", (await PostAsync("sources/record", new() { ["id"] = "edited", ["name"] = "Edited" })).Location);
        var rules = new { name = "Edited", rules = new { remove = new[] { new { name = "promo", selector = "div.promo" } } } };
        using var put = new HttpRequestMessage(HttpMethod.Put, "v1/sources/edited") { Content = JsonContent.Create(rules) };
        put.Headers.Add("If-Match", "\"1\"");
        (await server.Http.SendAsync(put, Token)).EnsureSuccessStatusCode();

        var entered = new Dictionary<string, string> { ["name"] = "The Editor", ["language"] = "pt-BR", ["licence"] = "CC0-1.0", ["perMinute"] = "60" };
        var stale = await PostAsync("sources/edited/settings", new(entered) { ["revision"] = "1" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("The source has changed", stale.Body, StringComparison.Ordinal);
        Assert.Equal("/sources/edited?done=saved", (await PostAsync("sources/edited/settings", new(entered) { ["revision"] = "2" })).Location);

        var source = (await server.Http.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>("v1/sources/edited", Token))!;
        Assert.Equal(
            ("The Editor", false, "pt-BR", "CC0-1.0", 60),
            ((string?)source["name"], (bool)source["enabled"]!, (string?)source["defaults"]!["language"], (string?)source["defaults"]!["licence"], (int)source["limits"]!["articlesPerMinute"]!));
        Assert.Equal("promo", (string?)source["rules"]!["remove"]![0]!["name"]); // what this page does not show stays

        var wrong = await PostAsync("sources/edited/settings", new(entered) { ["revision"] = "3", ["language"] = "not a tag", ["perMinute"] = "many" });
        Assert.Contains("is not a BCP 47 tag", wrong.Body, StringComparison.Ordinal);
        Assert.Contains("a whole number from 1 to", wrong.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_shown_once_pushes_and_is_revoked()
    {
        await PostAsync("sources/record", new() { ["id"] = "pushing" });

        var made = await PostAsync("sources/pushing/tokens", new() { ["name"] = "the desk" });
        var token = Regex.Match(made.Body, "<code>(src_[A-Za-z0-9_-]+)</code>").Groups[1].Value;

        Assert.NotEmpty(token);
        Assert.Equal("no-store", made.CacheControl);
        Assert.Equal(HttpStatusCode.Accepted, await PushAsync("pushing", token));
        Assert.Equal(HttpStatusCode.Forbidden, await PushAsync("another", token));
        var page = (await GetAsync("sources/pushing")).Body;
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.Contains("<b>the desk</b> made", page, StringComparison.Ordinal);
        Assert.Contains("last used", page, StringComparison.Ordinal);

        var tokenId = Regex.Match(page, "/sources/pushing/tokens/([0-9a-f]+)/delete").Groups[1].Value;
        Assert.Equal("/sources/pushing?done=deleted", (await PostAsync($"sources/pushing/tokens/{tokenId}/delete")).Location);
        Assert.DoesNotContain("the desk", (await GetAsync("sources/pushing")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_feeds_goes_in_and_out()
    {
        await using var site = RudeServer.Start(_ => RudeAnswer.Of(200, FeedDocuments.Rss(), "Content-Type: application/rss+xml"));
        var opml = $"""<opml version="2.0"><body><outline text="Listed news" xmlUrl="{site.Url}listed.xml"/><outline text="Odd" xmlUrl="ftp://odd.example/"/></body></opml>""";
        using var form = new MultipartFormDataContent { { new StringContent(opml), "file", "feeds.opml" } };

        var imported = await SendAsync(new HttpRequestMessage(HttpMethod.Post, "sources/import") { Content = form });

        Assert.Contains("1 added, 0 known already, 1 refused.", imported.Body, StringComparison.Ordinal);
        Assert.Contains("/sources/listed-news", imported.Body, StringComparison.Ordinal);
        Assert.Contains($"xmlUrl=\"{site.Url}listed.xml\"", (await GetAsync("sources.opml")).Body, StringComparison.Ordinal);
        using var bad = new MultipartFormDataContent { { new StringContent("<html/>"), "file", "feeds.opml" } };
        Assert.Contains("is no OPML", (await SendAsync(new HttpRequestMessage(HttpMethod.Post, "sources/import") { Content = bad })).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_nobody_set_up_is_listed_too()
    {
        await server.PushTextAsync("only <pushed>", "1", "Some text to be accepted.");

        Assert.Contains("""<a href="/sources/only%20%3Cpushed%3E">only &lt;pushed&gt;</a>""", (await GetAsync("sources")).Body, StringComparison.Ordinal);
        Assert.Contains("<code>only &lt;pushed&gt;</code>", (await GetAsync("sources/only%20%3Cpushed%3E")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a%2Fb", "it has a slash")]
    [InlineData("x\u0007", "control character")]
    public async Task An_id_that_cannot_stand_in_a_path_is_refused_alike_everywhere(string id, string why)
    {
        var decoded = Uri.UnescapeDataString(id);
        Assert.Contains(why, (await PostAsync("sources/record", new() { ["id"] = decoded })).Body, StringComparison.Ordinal);
        Assert.Contains(why, (await PostAsync("sources/feed", new() { ["id"] = decoded, ["url"] = "https://feed.example/" })).Body, StringComparison.Ordinal);
        foreach (var path in new[] { $"v1/sources/{Uri.EscapeDataString(decoded)}", $"v1/sources/{Uri.EscapeDataString(decoded)}/feed" })
        {
            using var answer = await server.Http.PutAsJsonAsync(path, path.EndsWith("feed", StringComparison.Ordinal) ? new { url = "https://feed.example/" } : (object)new { }, Token);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(why, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData(null, null)]
    public async Task A_form_that_another_site_sends_changes_nothing(string? header, string? value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "sources/record")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["id"] = "forged" }),
        };
        if (header is not null) request.Headers.Add(header, value);

        using var answer = await server.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("sources/forged")).Status);
    }

    private async Task<HttpStatusCode> PushAsync(string source, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/articles") { Content = JsonContent.Create(new { source, text = "Some text to be accepted." }) };
        request.Headers.Add("Authorization", $"Bearer {token}");
        using var answer = await server.Http.SendAsync(request, Token);
        return answer.StatusCode;
    }

    private Task<PageAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    private Task<PageAnswer> PostAsync(string path, Dictionary<string, string>? fields = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields ?? []) });

    private async Task<PageAnswer> SendAsync(HttpRequestMessage request)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = server.Http.BaseAddress };
        using (request)
        {
            request.Headers.Add("Origin", server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
            using var answer = await http.SendAsync(request, Token);
            return new PageAnswer(
                answer.StatusCode, await answer.Content.ReadAsStringAsync(Token), answer.Headers.Location?.OriginalString, answer.Headers.CacheControl?.ToString());
        }
    }

    private sealed record PageAnswer(HttpStatusCode Status, string Body, string? Location, string? CacheControl);
}

/// <summary>Where nobody is let in without a token.</summary>
public sealed class SourcePagesClosedTests(Push.ClosedAccessTests.ClosedServer server) : IClassFixture<Push.ClosedAccessTests.ClosedServer>
{
    [Fact]
    public async Task The_pages_lead_to_sign_in_and_open_with_a_session()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = server.Http.BaseAddress };
        http.DefaultRequestHeaders.Add("Origin", server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        var token = TestContext.Current.CancellationToken;

        using var closed = await http.GetAsync("sources?after=b", token);
        Assert.Equal("/sign-in?then=%2Fsources%3Fafter%3Db", closed.Headers.Location!.OriginalString);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["id"] = "made-by-nobody" });
        using var refused = await http.PostAsync("sources/record", form, token);
        Assert.Equal("/sign-in?then=%2F", refused.Headers.Location!.OriginalString);

        using var entered = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = "a-secret", ["then"] = "/sources" });
        using var signedIn = await http.PostAsync("sign-in", entered, token);
        Assert.Equal("/sources", signedIn.Headers.Location!.OriginalString);
        var page = await http.GetStringAsync("sources", token);
        Assert.Contains("Sign out", page, StringComparison.Ordinal);
        Assert.DoesNotContain("made-by-nobody", page, StringComparison.Ordinal);
    }
}
