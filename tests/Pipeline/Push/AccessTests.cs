using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace Ingestion.Pipeline.Tests.Push;

public sealed class AccessTests(AccessTests.ServerWithToken server) : IClassFixture<AccessTests.ServerWithToken>
{
    public sealed class ServerWithToken : AllInOneServer
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Ingest:Tokens:0"] = "a-secret" };
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Accepted)] // from this machine
    [InlineData("203.0.113.7", null, HttpStatusCode.Unauthorized)] // through a proxy on this machine, for another
    [InlineData("203.0.113.7", "Bearer a-secret", HttpStatusCode.Accepted)]
    [InlineData("203.0.113.7", "bearer a-secret", HttpStatusCode.Accepted)]
    [InlineData("203.0.113.7", "Bearer a-secret-not", HttpStatusCode.Unauthorized)]
    [InlineData("203.0.113.7", "Basic YTpi", HttpStatusCode.Unauthorized)]
    [InlineData(null, "Bearer wrong", HttpStatusCode.Unauthorized)] // a wrong token is a mistake from anywhere
    public async Task Off_loopback_every_write_needs_a_token(string? forwardedFor, string? authorization, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/articles")
        {
            Content = JsonContent.Create(new { source = "access", id = $"id {forwardedFor} {authorization}", text = "Some text to be accepted." }),
        };
        if (forwardedFor is not null) request.Headers.Add("X-Forwarded-For", forwardedFor);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Unauthorized) Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Host", "rebound.example")] // a stranger's name that leads to this machine
    public async Task What_another_sites_page_makes_a_browser_send_is_not_from_this_machine(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/articles?source=access&id=foreign")
        {
            Content = new StringContent("Some text to be accepted."), // text/plain: no browser asks before it sends that
        };
        request.Headers.Add(header, value);
        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("DELETE", "v1/articles/00000000000000000000000000")]
    [InlineData("POST", "v1/articles/00000000000000000000000000/replay")]
    public async Task Withdrawing_and_replaying_are_writes_too(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}

/// <summary>As Ingest stands alone: closed from this machine too.</summary>
public sealed class ClosedAccessTests(ClosedAccessTests.ClosedServer server) : IClassFixture<ClosedAccessTests.ClosedServer>
{
    public sealed class ClosedServer : AllInOneServer
    {
        protected override IReadOnlyDictionary<string, string?> Settings =>
            new Dictionary<string, string?> { ["Ingest:OpenOnLoopback"] = "false", ["Ingest:Tokens:0"] = "a-secret" };
    }

    [Theory]
    [InlineData("POST", "v1/articles")]
    [InlineData("DELETE", "v1/articles/00000000000000000000000000")]
    [InlineData("GET", "v1/sources")]
    [InlineData("POST", "v1/sources/x/tokens")]
    [InlineData("POST", "v1/reclean")]
    public async Task Without_a_token_nothing_is_taken(string method, string path)
    {
        using var without = await SendAsync(null);
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        using var with = await SendAsync("a-secret");
        Assert.NotEqual(HttpStatusCode.Unauthorized, with.StatusCode);

        async Task<HttpResponseMessage> SendAsync(string? token)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (token is not null) request.Headers.Authorization = new("Bearer", token);
            return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}
