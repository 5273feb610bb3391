using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Pipeline.Tests.Sources;

public sealed class SourcesTests(AllInOneServer server) : IClassFixture<AllInOneServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_is_set_up_read_changed_and_deleted()
    {
        using var made = await PutAsync("gazette", new { name = "The Gazette", defaults = new { language = "en", licence = "CC-BY-4.0" } });
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (made.StatusCode, made.Headers.ETag!.ToString()));

        using var read = await server.Http.GetAsync("v1/sources/gazette", Token);
        Assert.Equal("\"1\"", read.Headers.ETag!.ToString());
        var source = await AllInOneServer.ReadAsync(read);
        Assert.Equal("The Gazette", source["name"]!.GetValue<string>());
        Assert.True(source["enabled"]!.GetValue<bool>());

        using var changed = await PutAsync("gazette", new { name = "Gazette", rules = new { remove = new[] { new { name = "ads", selector = ".ad" } } } }, "\"1\"");
        var answer = await AllInOneServer.ReadAsync(changed);
        Assert.Equal((2, 2), (answer["revision"]!.GetValue<int>(), answer["rulesRevision"]!.GetValue<int>()));
        Assert.Null(answer["defaults"]!["language"]); // the whole of it is written

        using var renamed = await PutAsync("gazette", new { name = "G", rules = new { remove = new[] { new { name = "ads", selector = ".ad" } } } }, "\"2\"");
        answer = await AllInOneServer.ReadAsync(renamed);
        Assert.Equal((3, 2), (answer["revision"]!.GetValue<int>(), answer["rulesRevision"]!.GetValue<int>()));

        using var deleted = await server.Http.DeleteAsync("v1/sources/gazette", Token);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await server.Http.GetAsync("v1/sources/gazette", Token);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.PreconditionRequired)]
    [InlineData("\"7\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("W/\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("*", HttpStatusCode.OK)]
    public async Task A_change_says_which_revision_it_is_of(string? ifMatch, HttpStatusCode expected)
    {
        var id = $"revisions-{expected}-{ifMatch?.Length}";
        using var made = await PutAsync(id, new { });
        using var answer = await PutAsync(id, new { name = "x" }, ifMatch);
        Assert.Equal(expected, answer.StatusCode);
        if (expected != HttpStatusCode.OK) Assert.Contains("\"1\"", (await AllInOneServer.ReadAsync(answer))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"rules":{"remove":[{"name":"promo","selector":"p:has(a)"}]}}""", HttpStatusCode.UnprocessableEntity, "rules.remove[0].selector", "'promo'")]
    [InlineData("""{"rules":{"keep":[{"name":"x","pattern":"(?=a)"}]}}""", HttpStatusCode.UnprocessableEntity, "rules.keep[0].pattern", "linear time")]
    [InlineData("""{"defaults":{"language":"English"}}""", HttpStatusCode.UnprocessableEntity, "defaults.language", "BCP 47")]
    [InlineData("""{"enabeld":false}""", HttpStatusCode.BadRequest, null, "enabeld")]
    [InlineData("""{"rules":null}""", HttpStatusCode.BadRequest, null, "rules")]
    [InlineData("""{"rules":{"remove":[null]}}""", HttpStatusCode.UnprocessableEntity, "rules.remove[0]", "null")]
    [InlineData("""{"rules":""", HttpStatusCode.BadRequest, null, "")]
    public async Task What_is_wrong_is_told_with_its_place(string json, HttpStatusCode status, string? field, string part)
    {
        using var content = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        using var answer = await server.Http.PutAsync("v1/sources/wrong", content, Token);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var problem = await AllInOneServer.ReadAsync(answer);
        Assert.Contains(part, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        if (field is not null) Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task Sources_are_listed_page_by_page()
    {
        foreach (var id in new[] { "list-a", "list-b", "list-c" })
        {
            using var made = await PutAsync(id, new { });
        }
        var first = await GetAsync("v1/sources?after=list-&limit=2");
        Assert.Equal(["list-a", "list-b"], first["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
        var second = await GetAsync($"v1/sources?after={first["next"]}&limit=1");
        Assert.Equal(["list-c"], second["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
        using var wrong = await server.Http.GetAsync("v1/sources?limit=0", Token);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Sources_are_not_for_everybody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "v1/sources");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await server.Http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Rules_are_previewed_on_stored_pages_and_hold_once_they_are_saved()
    {
        var id = await PushAsync("previewed", "1", Page("The first harbour story"));
        await PushAsync("previewed", "2", Page("The second harbour story").Replace("<p class=\"tail\">", "<p>", StringComparison.Ordinal));
        await server.FinishedAsync(id, 1);
        var rules = new { remove = new[] { new { name = "tail", selector = ".tail" } } };

        using var answer = await server.Http.PostAsJsonAsync("v1/sources/previewed/rules/preview", new { rules }, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var preview = await AllInOneServer.ReadAsync(answer);
        Assert.Equal((2, 1), (preview["scanned"]!.GetValue<int>(), preview["changed"]!.GetValue<int>()));
        var article = preview["articles"]!.AsArray().Single(article => article!["changed"]!.GetValue<bool>())!;
        Assert.Equal(id, article["id"]!.GetValue<string>());
        Assert.Equal(["bodyHtml", "bodyText"], article["difference"]!["fields"]!.AsArray().Select(field => field!["name"]!.GetValue<string>()));
        Assert.Contains("The tail is longer", article["difference"]!["linesRemoved"]!["lines"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("source-rule:tail", article["difference"]!["ledger"]!.ToJsonString(), StringComparison.Ordinal);

        using var named = await server.Http.PostAsJsonAsync("v1/sources/previewed/rules/preview", new { rules, articles = new[] { id } }, Token);
        Assert.Equal(1, (await AllInOneServer.ReadAsync(named))["scanned"]!.GetValue<int>());
        using var others = await server.Http.PostAsJsonAsync("v1/sources/another/rules/preview", new { rules, articles = new[] { id } }, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, others.StatusCode);
        using var wrong = await server.Http.PostAsJsonAsync(
            "v1/sources/previewed/rules/preview", new { rules = new { titleSelector = "h1 + p" } }, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);

        // Nothing was written: what is pushed now is cleaned as before. Once saved, the rules hold within seconds.
        using var saved = await PutAsync("ruled", new { rules });
        var ruled = await PushAsync("ruled", "1", Page("The ruled harbour story"));
        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(ruled, 1)).State);
        var published = (await server.ReadArticleAsync(ruled))["article"]!;
        Assert.DoesNotContain("The tail", published["bodyText"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("+source.1", published["ruleSetVersion"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("The tail", (await server.ReadArticleAsync(id))["article"]!["bodyText"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_sources()
    {
        var document = await GetAsync("openapi/v1.json");
        Assert.NotNull(document["paths"]!["/v1/sources/{id}"]!["put"]!["requestBody"]);
        Assert.NotNull(document["paths"]!["/v1/sources/{id}/rules/preview"]!["post"]);
        Assert.Contains("titleSelector", document.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Page(string title) => $"""
        <html><head><title>{title}</title></head><body><article><h1>{title}</h1>
        <p>The harbour opened again on Monday after the storm had passed, and the first ferries left on time for the islands.</p>
        <p>Fishermen had waited for a week, the harbour master said, and nobody could remember a longer closure in spring.</p>
        <p class="tail">The tail is longer than it looks, and it says what every page of this source says at its very end.</p>
        </article></body></html>
        """;

    private async Task<string> PushAsync(string source, string id, string html)
    {
        using var answer = await server.PushAsync(new { source, id, html });
        return (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();
    }

    private async Task<HttpResponseMessage> PutAsync(string id, object source, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"v1/sources/{id}") { Content = JsonContent.Create(source) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await server.Http.SendAsync(request, Token);
    }

    private async Task<JsonNode> GetAsync(string path) => (await server.Http.GetFromJsonAsync<JsonNode>(path, Token))!;
}
