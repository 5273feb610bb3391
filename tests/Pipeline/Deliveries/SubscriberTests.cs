using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Ingestion.Pipeline.Tests.Deliveries;

/// <summary>Subscribers have tokens of their own, and none sees another's data.</summary>
public sealed class SubscriberTests(DeliveringServer server) : IClassFixture<DeliveringServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscriber_manages_its_own_and_sees_nobody_elses()
    {
        var (one, other) = (await SetUpAsync("one"), await SetUpAsync("other"));
        var (_, mine) = await SendAsync(HttpMethod.Post, "v1/subscriptions", one, new { endpoint = "https://one.example/hook" });
        var (_, theirs) = await SendAsync(HttpMethod.Post, "v1/subscriptions", other, new { endpoint = "https://other.example/hook" });
        Assert.Equal("one", (string?)mine!["subscriber"]);

        var (_, list) = await SendAsync(HttpMethod.Get, "v1/subscriptions", one);
        Assert.Equal((string?)mine["id"], (string?)Assert.Single(list!["items"]!.AsArray())!["id"]);
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, ""), (HttpMethod.Get, "/secret"), (HttpMethod.Get, "/deliveries"), (HttpMethod.Post, "/pause"), (HttpMethod.Post, "/rotate"),
            (HttpMethod.Post, "/test"), (HttpMethod.Post, "/redeliver?since=2026-01-01T00:00:00Z"), (HttpMethod.Delete, ""),
        })
        {
            var (status, _) = await SendAsync(method, $"v1/subscriptions/{theirs!["id"]}{path}", one);
            Assert.Equal(HttpStatusCode.NotFound, status);
        }
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, $"v1/subscriptions/{theirs!["id"]}", other)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, $"v1/subscriptions/{theirs["id"]}", "operator")).Status);

        var article = await server.PublishAsync("private", "1", 1, "What was said at the meeting of the board on Friday was written down in full.");
        var (_, proof) = await SendAsync(HttpMethod.Get, $"v1/articles/{article}/deliveries", one);
        Assert.Equal("one", (string?)Assert.Single(proof!["recipients"]!.AsArray())!["subscriber"]);
        await SendAsync(HttpMethod.Delete, "v1/subscribers/one", "operator");
        await SendAsync(HttpMethod.Delete, "v1/subscribers/other", "operator");
    }

    [Fact]
    public async Task A_subscriber_cannot_subscribe_for_another_or_manage_subscribers()
    {
        var one = await SetUpAsync("lone");

        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await SendAsync(HttpMethod.Post, "v1/subscriptions", one, new { endpoint = "https://one.example/", subscriber = "else" })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "v1/subscribers", one)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "v1/subscriptions", "wrong")).Status);
    }

    [Fact]
    public async Task A_token_holds_until_it_is_deleted()
    {
        await SetUpAsync("short");
        var (_, second) = await SendAsync(HttpMethod.Post, "v1/subscribers/short/tokens", "operator", new { name = "second" });
        var token = (string)second!["token"]!;
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "v1/subscriptions", token)).Status);

        var (status, _) = await SendAsync(HttpMethod.Delete, $"v1/subscribers/short/tokens/{second["id"]}", "operator");

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, "v1/subscriptions", token)).Status);
        var (_, subscriber) = await SendAsync(HttpMethod.Get, "v1/subscribers/short", "operator");
        Assert.Single(subscriber!["tokens"]!.AsArray());
        Assert.DoesNotContain(token, subscriber.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endpoint", """{"endpoint":"ftp://one.example/"}""")]
    [InlineData("endpoint", """{"endpoint":"not a url"}""")]
    [InlineData("endpoint", """{"endpoint":"https://name:word@one.example/"}""")]
    [InlineData("format", """{"endpoint":"https://one.example/","format":"atom"}""")]
    [InlineData("signature", """{"endpoint":"https://one.example/","signature":"v2"}""")]
    [InlineData("secret", """{"endpoint":"https://one.example/","secret":"whsec_c2hvcnQ="}""")]
    [InlineData("limits.concurrency", """{"endpoint":"https://one.example/","limits":{"concurrency":0}}""")]
    [InlineData("start", """{"endpoint":"https://one.example/","start":"yesterday"}""")]
    [InlineData("start", """{"endpoint":"https://one.example/","start":"03/14/2026"}""")]
    [InlineData("filter.topics", """{"endpoint":"https://one.example/","filter":{"topics":[""]}}""")]
    [InlineData("subscriber", """{"endpoint":"https://one.example/","subscriber":"nobody"}""")]
    public async Task What_is_wrong_is_named(string field, string body)
    {
        var (status, problem) = await SendAsync(HttpMethod.Post, "v1/subscriptions", "operator", JsonNode.Parse(body)!);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal([field], problem!["errors"]!.AsObject().Select(error => error.Key));
    }

    [Fact]
    public async Task A_token_has_a_name_of_200_characters_at_most()
    {
        await SetUpAsync("named");

        var (longest, _) = await SendAsync(HttpMethod.Post, "v1/subscribers/named/tokens", "operator", new { name = new string('n', 200) });
        var (tooLong, problem) = await SendAsync(HttpMethod.Post, "v1/subscribers/named/tokens", "operator", new { name = new string('n', 201) });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.UnprocessableEntity), (longest, tooLong));
        Assert.Equal("It has 201 characters; 200 are allowed.", (string?)problem!["errors"]!["name"]![0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?since=yesterday")]
    [InlineData("?since=03/14/2026")]
    [InlineData("?since=08:30")]
    public async Task Failures_are_recovered_since_an_instant_and_nothing_else(string query)
    {
        var (_, subscription) = await SendAsync(HttpMethod.Post, "v1/subscriptions", "operator", new { endpoint = "https://one.example/hook" });

        var (refused, problem) = await SendAsync(HttpMethod.Post, $"v1/subscriptions/{subscription!["id"]}/redeliver{query}", "operator");
        var (taken, _) = await SendAsync(
            HttpMethod.Post, $"v1/subscriptions/{subscription["id"]}/redeliver?since=2026-03-14T08:30:00+01:00", "operator");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Accepted), (refused, taken));
        Assert.Contains("ISO 8601 instant", (string?)problem!["errors"]!["since"]![0], StringComparison.Ordinal);
    }

    private async Task<string> SetUpAsync(string id)
    {
        var (status, _) = await SendAsync(HttpMethod.Put, $"v1/subscribers/{id}", "operator", new { name = $"Site {id}" });
        Assert.Equal(HttpStatusCode.Created, status);
        var (_, token) = await SendAsync(HttpMethod.Post, $"v1/subscribers/{id}/tokens", "operator", new { });
        return (string)token!["token"]!;
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, string token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await server.Http.SendAsync(request, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        return (answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
