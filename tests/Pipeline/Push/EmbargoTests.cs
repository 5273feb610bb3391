using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingestion.Storage;
using Ingestion.Tests.Infrastructure.Waiting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Ingestion.Pipeline.Tests.Push;

public sealed class EmbargoTests(AllInOneServer server) : IClassFixture<AllInOneServer>
{
    private const string Secret = "The harbour will open again on Monday, which nobody may know before the announcement is made.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_to_be_seen_of_an_article_before_its_embargo_ends()
    {
        var until = InSeconds(3600);
        using var answer = await server.PushAsync(new { source = "embargo", id = "1", title = "A secret title", text = Secret + " Hush-hush.", url = "https://secret.example/1", embargoedUntil = until.ToString("O") });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();

        foreach (var path in new[] { $"v1/articles/{id}", "v1/articles?source=embargo", "v1/changes?limit=1000", $"articles/{id}", "?source=embargo", "v1/feed.atom" })
        {
            using var read = await server.Http.GetAsync(path, Token);
            var text = await read.Content.ReadAsStringAsync(Token);
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Hush-hush", text, StringComparison.Ordinal);
        }
        using var raw = await server.Http.GetAsync($"v1/articles/{id}/raw", Token);
        Assert.Equal(HttpStatusCode.Forbidden, raw.StatusCode);
        Assert.Equal("accepted", (await server.ReadArticleAsync(id))["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task It_is_published_when_its_embargo_ends()
    {
        var until = InSeconds(3);
        using var answer = await server.PushAsync(new { source = "embargo", id = "2", text = Secret, embargoedUntil = until.ToString("O") });
        var id = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();

        var finished = await server.FinishedAsync(id, 1);

        Assert.Equal((SubmissionState.Published, 1), (finished.State, finished.Attempt));
        Assert.True(finished.ChangedAt >= until, $"published at {finished.ChangedAt:O}, under embargo until {until:O}");
    }

    [Fact]
    public async Task It_is_withdrawn_when_it_expires()
    {
        using var answer = await server.PushAsync(new { source = "expiry", id = "1", text = Secret, expiresAt = InSeconds(4).ToString("O") });
        var id = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();
        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(id, 1)).State);

        await WithdrawnAsync(id, 2);

        var changes = (await server.Http.GetFromJsonAsync<JsonNode>("v1/changes?limit=1000&include=none", Token))!["changes"]!.AsArray();
        Assert.Equal(["new", "withdrawal"], changes.Where(change => change!["articleId"]!.GetValue<string>() == id).Select(change => change!["kind"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_had_expired_when_it_was_sent_is_never_seen_and_sending_it_again_is_no_news()
    {
        var push = new { source = "expiry", id = "late", text = Secret, expiresAt = "2020-01-01T00:00:00Z" };
        using var answer = await server.PushAsync(push);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();

        await WithdrawnAsync(id, 2);
        Assert.Equal(SubmissionState.Superseded, (await server.FinishedAsync(id, 1)).State);

        using var again = await server.PushAsync(push);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(2, (await server.ReadArticleAsync(id))["versions"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("2026-05-02T00:00:00Z", "2026-05-01T00:00:00Z", "expiresAt")]
    [InlineData("soon", null, "embargoedUntil")]
    [InlineData(null, "soon", "expiresAt")]
    public async Task Times_that_make_no_sense_are_refused(string? embargoedUntil, string? expiresAt, string field)
    {
        using var answer = await server.PushAsync(new { source = "embargo", id = "x", text = Secret, embargoedUntil, expiresAt });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await AllInOneServer.ReadAsync(answer))["errors"]![field]);
    }

    /// <summary>A whole second, since no more is kept.</summary>
    private static DateTimeOffset InSeconds(int seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds);

    /// <summary>Waits until the version is there, and is a withdrawal that took effect.</summary>
    private async Task WithdrawnAsync(string id, int version)
    {
        var submissions = server.Services.GetRequiredService<ISubmissionStore>();
        await Wait.UntilAsync(() => submissions.FindAsync(id, version, Token), submission => submission is { State: SubmissionState.Withdrawn });
    }
}
