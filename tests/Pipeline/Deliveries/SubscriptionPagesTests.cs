using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ingestion.Tests.Infrastructure.Network;
using Xunit;

namespace Ingestion.Pipeline.Tests.Deliveries;

/// <summary>Subscriptions made and steered with nothing but a browser without scripts.</summary>
public sealed class SubscriptionPagesTests(DeliveringServer server) : IClassFixture<DeliveringServer>
{
    private const string Text = "The council met on Monday evening and agreed on the plan for the old harbour, which is to be built by spring.";

    private static readonly object Chosen = new
    {
        topics = new[] { "bread, butter", "roses" },
        clusters = new[] { "c1" },
        firstOfCluster = true,
        changes = new[] { "new" },
    };

    private static readonly object OfProof = new { sources = new[] { "proof" } };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscription_is_made_tested_paused_resumed_rotated_and_deleted()
    {
        await using var receiver = await Receiver.StartAsync(_ => new Reply(200, "thank you"));
        var made = await PostAsync("subscriptions", new()
        {
            ["endpoint"] = receiver.At("hook"),
            ["name"] = "The <site>",
            ["sources"] = "pages\r\nother\r\n",
            ["changes"] = "New",
        });
        Assert.Matches("<code>whsec_[^<]+</code>", made.Body);
        Assert.Equal("no-store", made.CacheControl);
        var id = Regex.Match(made.Body, "/subscriptions/(sub_[0-9a-f]+)").Groups[1].Value;
        var path = $"subscriptions/{id}";
        var list = (await GetAsync("subscriptions")).Body;
        Assert.Contains("The &lt;site&gt;</a>", list, StringComparison.Ordinal);
        Assert.Contains("new articles, from pages or other", list, StringComparison.Ordinal);

        var tested = (await PostAsync($"{path}/test")).Body;
        Assert.Contains("The test event was taken.", tested, StringComparison.Ordinal);
        Assert.Contains("thank you", tested, StringComparison.Ordinal);

        Assert.Equal($"/{path}?done=paused", (await PostAsync($"{path}/pause")).Location);
        Assert.Contains("Paused by its owner.", (await GetAsync(path)).Body, StringComparison.Ordinal);
        var article = await server.PublishAsync("pages", "1", 1, Text);
        Assert.Contains("1 delivery was kept meanwhile", (await GetAsync(path)).Body, StringComparison.Ordinal);
        Assert.Equal($"/{path}?done=resumed", (await PostAsync($"{path}/resume", new() { ["pending"] = "send" })).Location);
        await server.UntilAsync($"v1/subscriptions/{id}", s => (int?)s["deliveries"]?["delivered"] == 1);
        var page = (await GetAsync(path)).Body;
        Assert.Contains("1 attempt, the last: HTTP 200 after", page, StringComparison.Ordinal);
        Assert.Contains($"/articles/{article}", page, StringComparison.Ordinal);

        var again = Regex.Match(page, "/deliveries/([^/]+)/redeliver").Groups[1].Value;
        Assert.Equal($"/{path}?done=redelivered", (await PostAsync($"{path}/deliveries/{again}/redeliver")).Location);
        await receiver.UntilAsync(receipts => receipts.Count(receipt => receipt.Id == again) == 2, Patience, Token);

        Assert.Matches("<code>whsec_[^<]+</code>", (await PostAsync($"{path}/rotate")).Body);
        Assert.Equal("/subscriptions?done=deleted", (await PostAsync($"{path}/delete")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(path)).Status);
    }

    [Fact]
    public async Task What_failed_is_sent_again_and_the_article_shows_who_got_it()
    {
        var isBroken = true;
        await using var receiver = await Receiver.StartAsync(_ => Volatile.Read(ref isBroken) ? new Reply(410, "gone") : Reply.Ok);
        var subscription = await server.SubscribeAsync(new { endpoint = receiver.At("hook"), filter = OfProof });
        var id = (string)subscription["id"]!;
        var article = await server.PublishAsync("proof", "1", 1, Text);
        await server.UntilAsync($"v1/subscriptions/{id}", s => (string?)s["state"] == "disabled");
        Assert.Contains("The endpoint answered 410 Gone.", (await GetAsync($"subscriptions/{id}")).Body, StringComparison.Ordinal);

        Volatile.Write(ref isBroken, false);
        await PostAsync($"subscriptions/{id}/resume", new() { ["pending"] = "send" });
        await PostAsync($"subscriptions/{id}/redeliver", new() { ["since"] = "2026-01-01T00:00" });
        Assert.Contains("is no date and time", (await PostAsync($"subscriptions/{id}/redeliver", new() { ["since"] = "soon" })).Body, StringComparison.Ordinal);
        await server.UntilAsync($"v1/subscriptions/{id}", s => (int?)s["deliveries"]?["delivered"] == 1);

        var page = (await GetAsync($"articles/{article}")).Body;
        Assert.Contains("Who got which version", page, StringComparison.Ordinal);
        Assert.Contains(receiver.At("hook"), page, StringComparison.Ordinal);
        Assert.Contains("<td data-label=\"Acknowledged\">version 1</td>", page, StringComparison.Ordinal);
        await PostAsync($"subscriptions/{id}/delete");
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_what_was_entered_stays()
    {
        var answer = await PostAsync("subscriptions", new() { ["endpoint"] = "ftp://site.example/", ["topics"] = "harbour" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("is not an absolute http or https URL", answer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"ftp://site.example/\"", answer.Body, StringComparison.Ordinal);
        Assert.Contains(">harbour</textarea>", answer.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("subscriptions/sub_none")).Status);
    }

    [Fact]
    public async Task A_subscription_is_changed_and_keeps_what_its_form_shows()
    {
        var made = await server.SubscribeAsync(new
        {
            endpoint = "https://site.example/hook",
            name = "Before",
            filter = Chosen,
            limits = new { concurrency = 7, perSecond = 9 },
        });
        var path = $"subscriptions/{made["id"]}";

        var fields = FormOf((await GetAsync(path)).Body);
        Assert.Equal("bread, butter\nroses", fields["topics"]);
        fields["name"] = "After";
        fields["endpoint"] = "https://site.example/new?a=1&b=2";
        fields["format"] = "Ninjs";
        fields["perSecond"] = "";
        Assert.Equal($"/{path}?done=changed", (await PostAsync($"{path}/change", fields)).Location);

        var changed = await server.GetAsync($"v1/{path}");
        Assert.Equal("https://site.example/new?a=1&b=2", (string?)changed["endpoint"]);
        Assert.Equal(("After", "ninjs"), ((string?)changed["name"], (string?)changed["format"]));
        Assert.Equal((7, null), ((int?)changed["limits"]!["concurrency"], (int?)changed["limits"]!["perSecond"]));
        Assert.Equal(made["filter"]!.ToJsonString(), changed["filter"]!.ToJsonString());
        Assert.Contains("Saved.", (await GetAsync($"{path}?done=changed")).Body, StringComparison.Ordinal);

        // With the revision that it had before, somebody else's change would be undone; once that was told, it is meant.
        fields["name"] = "Later";
        var refused = await PostAsync($"{path}/change", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("It was changed at the same time", refused.Body, StringComparison.Ordinal);
        Assert.Equal($"/{path}?done=changed", (await PostAsync($"{path}/change", FormOf(refused.Body))).Location);
        Assert.Equal("Later", (string?)(await server.GetAsync($"v1/{path}"))["name"]);
        await PostAsync($"{path}/delete");
    }

    [Fact]
    public async Task What_is_wrong_with_a_change_is_told_beside_the_field()
    {
        var made = await server.SubscribeAsync(new { endpoint = "https://site.example/hook" });
        var path = $"subscriptions/{made["id"]}";
        var fields = FormOf((await GetAsync(path)).Body);
        fields["endpoint"] = "https://me:secret@site.example/";
        fields["concurrency"] = "many";
        fields["perSecond"] = "0";
        fields["topics"] = new string('x', 201);

        var answer = await PostAsync($"{path}/change", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("id=\"field-endpoint\" aria-invalid=\"true\" aria-describedby=\"field-endpoint-error\"", answer.Body, StringComparison.Ordinal);
        Assert.Matches("id=\"field-endpoint-error\">A name or password in the URL", answer.Body);
        Assert.Matches("id=\"field-limits-concurrency-error\">&#x27;many&#x27; is not a whole number.", answer.Body);
        Assert.Matches("id=\"field-limits-perSecond-error\">0 is not allowed", answer.Body);
        Assert.Matches("id=\"field-filter-topics-error\">Every entry", answer.Body);
        Assert.Equal(fields, FormOf(answer.Body));
        Assert.Equal("https://site.example/hook", (string?)(await server.GetAsync($"v1/{path}"))["endpoint"]);
        await PostAsync($"{path}/delete");
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"{path}/change", fields)).Status);
    }

    [Fact]
    public async Task The_page_and_the_api_refuse_the_same_subscriber()
    {
        var answer = await PostAsync("subscriptions", new() { ["endpoint"] = "https://site.example/hook", ["subscriber"] = "nobody" });

        Assert.Contains("id=\"field-subscriber-error\">There is no subscriber &#x27;nobody&#x27;.", answer.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"https://site.example/hook\"", answer.Body, StringComparison.Ordinal);
        using var refused = await server.Http.PostAsJsonAsync(
            "v1/subscriptions", new { endpoint = "https://site.example/hook", subscriber = "nobody" }, Token);
        Assert.Contains("There is no subscriber 'nobody'.", (string?)(await AllInOneServer.ReadAsync(refused))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_elsewhere_changes_nothing()
    {
        var made = await server.SubscribeAsync(new { endpoint = "https://site.example/hook" });
        var path = $"subscriptions/{made["id"]}";
        var fields = FormOf((await GetAsync(path)).Body);
        fields["name"] = "Not mine";
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{path}/change", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await server.Http.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null((await server.GetAsync($"v1/{path}"))["name"]);
        await PostAsync($"{path}/delete");
    }

    [Fact]
    public async Task A_subscriber_gets_a_token_that_is_shown_once()
    {
        Assert.Equal("/subscribers?done=added", (await PostAsync("subscribers", new() { ["id"] = "paper", ["name"] = "The Paper" })).Location);
        var made = await PostAsync("subscribers/paper/tokens", new() { ["name"] = "desk" });
        var token = Regex.Match(made.Body, "<code>(sbr_[A-Za-z0-9_-]+)</code>").Groups[1].Value;
        Assert.NotEmpty(token);
        Assert.Equal(HttpStatusCode.OK, await ListAsync(token));
        var page = (await GetAsync("subscribers")).Body;
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.Contains("is taken", (await PostAsync("subscribers", new() { ["id"] = "paper", ["name"] = "Another" })).Body, StringComparison.Ordinal);

        var tokenId = Regex.Match(page, "/subscribers/paper/tokens/([0-9a-f]+)/delete").Groups[1].Value;
        Assert.Equal("/subscribers?done=revoked", (await PostAsync($"subscribers/paper/tokens/{tokenId}/delete")).Location);
        Assert.Equal(HttpStatusCode.Unauthorized, await ListAsync(token));
    }

    [Theory]
    [InlineData("subscriptions")]
    [InlineData("subscribers")]
    public async Task Nobody_else_sees_them(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        var answer = await SendAsync(request);

        Assert.Equal((HttpStatusCode.SeeOther, $"/sign-in?then=%2F{path}"), (answer.Status, answer.Location));
    }

    private async Task<HttpStatusCode> ListAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("v1/subscriptions", UriKind.Relative));
        request.Headers.Add("Authorization", $"Bearer {token}");
        using var answer = await server.Http.SendAsync(request, Token);
        return answer.StatusCode;
    }

    /// <summary>What the form of a change would send as it is, read as a browser does.</summary>
    private static Dictionary<string, string> FormOf(string page)
    {
        using var document = new HtmlParser().ParseDocument(page);
        var fields = new Dictionary<string, string>();
        foreach (var element in document.QuerySelectorAll("form[action$='/change'] [name]"))
        {
            if (element is IHtmlInputElement { Type: "checkbox", IsChecked: false }) continue;
            fields.Add(element.GetAttribute("name")!, element switch
            {
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value!,
                _ => ((IHtmlInputElement)element).Value,
            });
        }
        return fields;
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
