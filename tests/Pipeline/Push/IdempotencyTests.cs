using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace Ingestion.Pipeline.Tests.Push;

public sealed class IdempotencyTests(AllInOneServer server) : IClassFixture<AllInOneServer>
{
    [Fact]
    public async Task The_same_key_and_request_get_the_first_answer_again()
    {
        using var first = await SendAsync("key-1", "A text that is sent twice.");
        using var second = await SendAsync("key-1", "A text that is sent twice.");
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode); // not 200: it is the first answer
        Assert.Equal((await AllInOneServer.ReadAsync(first)).ToJsonString(), (await AllInOneServer.ReadAsync(second)).ToJsonString());
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_refused()
    {
        using var first = await SendAsync("key-2", "One text.");
        using var second = await SendAsync("key-2", "Another text.");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("key-2", (await AllInOneServer.ReadAsync(second))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_request_does_not_use_up_its_key()
    {
        using var refused = await SendAsync("key-3", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var accepted = await SendAsync("key-3", "A text after all.");
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_accepted_and_the_others_hear_of_it()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => SendAsync("key-4", "Sent sixteen times at once.")));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.Conflict }));
    }

    private async Task<HttpResponseMessage> SendAsync(string key, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/articles")
        {
            Content = JsonContent.Create(new { source = "idempotency", id = key, text }),
        };
        request.Headers.Add("Idempotency-Key", key);
        return await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
