using System.Net;
using Xunit;

namespace Ingestion.Pipeline.Tests.Push;

/// <summary>The page on which an operator's token is entered.</summary>
public sealed class SignInTests(ClosedAccessTests.ClosedServer server) : IClassFixture<ClosedAccessTests.ClosedServer>
{
    [Fact]
    public async Task A_token_that_is_entered_begins_a_session()
    {
        using var answer = await SignInAsync("a-secret", "/somewhere");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/somewhere", answer.Headers.Location!.OriginalString);
        Assert.Contains("httponly", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_token_begins_none()
    {
        using var answer = await SignInAsync("a-guess", "/somewhere");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("")]
    public async Task Signing_in_leads_nowhere_else(string then)
    {
        using var answer = await SignInAsync("a-secret", then);

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_in()
    {
        using var answer = await SignInAsync("a-secret", "/", origin: "http://elsewhere.example");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private async Task<HttpResponseMessage> SignInAsync(string token, string then, string? origin = null)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = server.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = token, ["then"] = then }),
        };
        request.Headers.Add("Origin", origin ?? server.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
