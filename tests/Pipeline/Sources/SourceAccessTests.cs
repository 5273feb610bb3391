using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingestion.Storage;
using Ingestion.Tests.Infrastructure.Waiting;
using Xunit;

namespace Ingestion.Pipeline.Tests.Sources;

/// <summary>What sources may do: tokens of their own, on and off, limits, defaults, and what is counted.</summary>
public sealed class SourceAccessTests(AllInOneServer server) : IClassFixture<AllInOneServer>
{
    private const string Text = "The harbour opened again on Monday after the storm had passed, and the ferries left on time.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_pushes_from_anywhere_with_a_token_of_its_own_and_only_its_own_articles()
    {
        await SetUpAsync("owner", new { });
        await SetUpAsync("neighbour", new { });
        var token = (await CreateTokenAsync("owner"))["token"]!.GetValue<string>();

        using var own = await PushAsync("owner", "1", token);
        Assert.Equal(HttpStatusCode.Accepted, own.StatusCode);
        using var others = await PushAsync("neighbour", "1", token);
        Assert.Equal((HttpStatusCode.Forbidden, "wrong-source"), (others.StatusCode, await ReasonAsync(others)));
        using var unset = await PushAsync("never-set-up", "1", token);
        Assert.Equal(HttpStatusCode.Forbidden, unset.StatusCode);

        // Nor does it withdraw what is not its own, replay, or change a source.
        var foreign = await server.PushTextAsync("neighbour", "2", Text);
        foreach (var (method, path, expected) in new[]
        {
            (HttpMethod.Delete, $"v1/articles/{foreign}", HttpStatusCode.Forbidden),
            (HttpMethod.Post, $"v1/articles/{foreign}/replay", HttpStatusCode.Unauthorized),
            (HttpMethod.Get, "v1/sources/owner", HttpStatusCode.Unauthorized),
            (HttpMethod.Delete, $"v1/articles/{await IdAsync(own)}", HttpStatusCode.Accepted),
        })
        {
            using var answer = await SendAsync(method, path, token);
            Assert.Equal((path, expected), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Tokens_are_rotated_and_their_last_use_is_shown_but_never_they_themselves()
    {
        await SetUpAsync("rotating", new { });
        var (old, next) = (await CreateTokenAsync("rotating", "old"), await CreateTokenAsync("rotating", "next"));
        using (var used = await PushAsync("rotating", "1", next["token"]!.GetValue<string>())) used.EnsureSuccessStatusCode();

        var list = await GetAsync("v1/sources/rotating/tokens");
        Assert.Equal(["old", "next"], list["items"]!.AsArray().Select(item => item!["name"]!.GetValue<string>()));
        Assert.Null(list["items"]![0]!["lastUsedAt"]);
        Assert.NotNull(list["items"]![1]!["lastUsedAt"]);
        Assert.DoesNotContain(next["token"]!.GetValue<string>(), list.ToJsonString(), StringComparison.Ordinal);

        using var deleted = await server.Http.DeleteAsync($"v1/sources/rotating/tokens/{old["id"]}", Token);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var refused = await PushAsync("rotating", "2", old["token"]!.GetValue<string>()); // it was never used, so nothing remembers it
        Assert.Equal((HttpStatusCode.Unauthorized, "unknown-token"), (refused.StatusCode, await ReasonAsync(refused)));
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
        using var again = await server.Http.DeleteAsync($"v1/sources/rotating/tokens/{old["id"]}", Token);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task A_source_without_a_record_has_no_tokens()
    {
        using var answer = await server.Http.PostAsJsonAsync("v1/sources/nobody/tokens", new { name = "x" }, Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_source_that_is_switched_off_is_refused_with_the_reason_and_counted()
    {
        await SetUpAsync("off", new { enabled = false });

        using var answer = await server.PushAsync(new { source = "off", id = "1", text = Text });

        Assert.Equal((HttpStatusCode.Forbidden, "disabled"), (answer.StatusCode, await ReasonAsync(answer)));
        Assert.Contains("'off' is switched off", (await AllInOneServer.ReadAsync(answer))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        var refusals = await RefusalsAsync("off", 1);
        Assert.Equal(("disabled", 1), (refusals[0]!["reason"]!.GetValue<string>(), refusals[0]!["count"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_source_over_its_rate_is_told_when_to_come_back()
    {
        await SetUpAsync("fast", new { limits = new { articlesPerMinute = 2 } });
        for (var i = 0; i < 2; i++)
        {
            using var taken = await server.PushAsync(new { source = "fast", id = $"{i}", text = Text });
            Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        }

        using var answer = await server.PushAsync(new { source = "fast", id = "3", text = Text });

        Assert.Equal((HttpStatusCode.TooManyRequests, "rate-limit"), (answer.StatusCode, await ReasonAsync(answer)));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
    }

    [Fact]
    public async Task What_is_wrong_with_a_push_is_counted_for_the_source_that_sent_it()
    {
        await SetUpAsync("clumsy", new { });
        var token = (await CreateTokenAsync("clumsy"))["token"]!.GetValue<string>();
        using (await SendAsync(HttpMethod.Post, "v1/articles", token, JsonContent.Create(new { source = "clumsy" }))) { }
        using (await SendAsync(HttpMethod.Post, "v1/articles", token, JsonContent.Create(new { source = "clumsy", titel = "x" }))) { }
        using (await SendAsync(HttpMethod.Post, "v1/articles", token, new StringContent("x", new MediaTypeHeaderValue("image/png")))) { }

        var refusals = await RefusalsAsync("clumsy", 3);

        Assert.Equal(["invalid", "malformed", "unknown-type"], refusals.Select(refusal => refusal!["reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_batch_is_refused_line_by_line()
    {
        await SetUpAsync("lines", new { limits = new { articlesPerMinute = 1 } });
        var token = (await CreateTokenAsync("lines"))["token"]!.GetValue<string>();
        var lines = string.Join('\n', Line("lines", 1), Line("another", 2), Line("lines", 3));

        using var answer = await SendAsync(HttpMethod.Post, "v1/articles", token, new StringContent(lines, new MediaTypeHeaderValue("application/x-ndjson")));

        var answers = (await answer.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal([202, 403, 429], answers.Select(line => line["status"]!.GetValue<int>()));
        Assert.Equal("wrong-source", answers[1]["reason"]!.GetValue<string>());
        Assert.Equal(["rate-limit", "wrong-source"], (await RefusalsAsync("lines", 2)).Select(refusal => refusal!["reason"]!.GetValue<string>()));

        static string Line(string source, int id) => $$"""{"source":"{{source}}","id":"{{id}}","text":"{{Text}}"}""";
    }

    [Fact]
    public async Task What_holds_for_a_source_holds_for_its_articles_unless_the_page_says_otherwise()
    {
        await SetUpAsync("defaults", new { defaults = new { language = "gsw", licence = "CC-BY-4.0" } });

        var silent = await PushPageAsync("1", "<html>");
        var saying = await PushPageAsync("2", "<html lang=\"de\">");

        Assert.Equal(("gsw", "CC-BY-4.0"), (silent["declaredLanguage"]!.GetValue<string>(), silent["licence"]!.GetValue<string>()));
        Assert.Equal("de", saying["declaredLanguage"]!.GetValue<string>());

        async Task<JsonNode> PushPageAsync(string id, string root)
        {
            using var answer = await server.PushAsync(new { source = "defaults", id, html = $"{root}<body><article><h1>A story</h1><p>{Text}</p></article></body></html>" });
            var article = await IdAsync(answer);
            Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(article, 1)).State);
            return (await server.ReadArticleAsync(article))["article"]!;
        }
    }

    private async Task SetUpAsync(string id, object source)
    {
        using var answer = await server.Http.PutAsJsonAsync($"v1/sources/{id}", source, Token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private async Task<JsonNode> CreateTokenAsync(string source, string? name = null)
    {
        using var answer = await server.Http.PostAsync(
            new Uri($"v1/sources/{source}/tokens", UriKind.Relative), name is null ? null : JsonContent.Create(new { name }), Token);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await AllInOneServer.ReadAsync(answer);
    }

    private Task<HttpResponseMessage> PushAsync(string source, string id, string token) =>
        SendAsync(HttpMethod.Post, "v1/articles", token, JsonContent.Create(new { source, id, text = Text }));

    /// <summary>Sends a request as from another machine.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string token, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await server.Http.SendAsync(request, Token);
    }

    /// <summary>Waits until so many refusals of a source are in the store, which is written to every few seconds.</summary>
    private Task<JsonArray> RefusalsAsync(string source, int count) => Wait.UntilAsync(
        async () => (await GetAsync($"v1/sources/{source}"))["refusals"]!.AsArray(),
        refusals => refusals.Sum(refusal => refusal!["count"]!.GetValue<int>()) >= count);

    private static async Task<string> ReasonAsync(HttpResponseMessage answer) => (await AllInOneServer.ReadAsync(answer))["reason"]!.GetValue<string>();

    private static async Task<string> IdAsync(HttpResponseMessage answer) => (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();

    private async Task<JsonNode> GetAsync(string path) => (await server.Http.GetFromJsonAsync<JsonNode>(path, Token))!;
}
