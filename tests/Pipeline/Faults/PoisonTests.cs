using System.Net;
using Ingestion.Contracts;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Pipeline.Tests.Faults;

public sealed class PoisonTests(AllInOneServer server) : IClassFixture<AllInOneServer>
{
    [Fact]
    public async Task Poison_fails_with_stage_and_reason_can_be_replayed_and_blocks_nobody()
    {
        using var answer = await server.PushBodyAsync("?source=poison&id=1", [0, 0, 0, 0], "text/html");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();
        var healthy = await server.PushTextAsync("poison", "2", "A sound text that has to come through, whatever its neighbour is like.");

        var failed = await server.FinishedAsync(id, 1);
        Assert.Equal(SubmissionState.Failed, failed.State);
        Assert.Equal(Stage.Clean, failed.Failure!.Stage);
        Assert.NotEmpty(failed.Failure.Reason);
        Assert.Equal([Stage.Ingest, Stage.Clean], failed.Timeline.Select(run => run.Stage));
        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(healthy, 1)).State);
        var shown = (await server.ReadArticleAsync(id)).ToJsonString();
        Assert.Contains(failed.Failure.Reason, shown, StringComparison.Ordinal);

        using var replay = await server.Http.PostAsync(new Uri($"v1/articles/{id}/replay", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, replay.StatusCode);
        var again = await server.FinishedAsync(id, 1);
        Assert.Equal(SubmissionState.Failed, again.State); // it is poison still
        Assert.True(again.Failure!.FailedAt >= failed.Failure.FailedAt);
    }

    [Fact]
    public async Task What_did_not_fail_cannot_be_replayed()
    {
        var id = await server.PushTextAsync("poison", "3", "A sound text that comes through at once and needs no replay at all.");
        await server.FinishedAsync(id, 1);
        using var answer = await server.Http.PostAsync(new Uri($"v1/articles/{id}/replay", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }
}
