using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingestion.Tests.Infrastructure.Processes;
using Ingestion.Tests.Infrastructure.Telemetry;
using Xunit;

namespace Ingestion.Pipeline.Tests.Traces;

public sealed class TraceTests : IDisposable
{
    private static readonly string[] Stages = ["clean article", "enrich article", "publish article"];
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("ingestion-tests-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_trace_holds_the_request_and_all_stages_and_continues_the_senders()
    {
        await using var receiver = await OtlpReceiver.StartAsync(Cancellation);
        var environment = receiver.EnvironmentForExport();
        environment["Store__Directory"] = _data.FullName;
        environment["Ingest__Lease"] = "00:00:05";
        await using var service = await ServiceProcess.StartAsync("AllInOne", environment, cancellationToken: Cancellation);

        var ids = new List<(string Id, string TraceId)>();
        for (var i = 0; i < 3; i++)
        {
            var traceId = System.Diagnostics.ActivityTraceId.CreateRandom().ToHexString();
            using var request = new HttpRequestMessage(HttpMethod.Post, "v1/articles")
            {
                Content = JsonContent.Create(new { source = "trace", id = $"{i}", text = $"A text of some words to be traced, number {i}, from the door to the shelf." }),
            };
            request.Headers.Add("traceparent", $"00-{traceId}-00f067aa0ba902b7-01");
            using var answer = await service.Client.SendAsync(request, Cancellation);
            var body = await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation);
            ids.Add((body!["id"]!.GetValue<string>(), traceId));
        }

        foreach (var (id, traceId) in ids)
        {
            var spans = await receiver.WaitUntilAsync(
                all => Stages.All(stage => all.Any(span => span.Name == stage && span.TraceId == traceId)), TimeSpan.FromSeconds(60), Cancellation);
            var trace = spans.Where(span => span.TraceId == traceId).ToList();
            var door = Assert.Single(trace, span => span.Name == "POST /v1/articles");
            Assert.Equal("00f067aa0ba902b7", door.ParentId);
            foreach (var stage in Stages)
            {
                var runs = spans.Where(span => span.Name == stage && span.Attributes["article.id"] == id).ToList();
                Assert.NotEmpty(runs);
                Assert.All(runs, run => Assert.Equal(traceId, run.TraceId));
                Assert.All(runs, run => Assert.Contains(trace, parent => parent.SpanId == run.ParentId)); // nothing hangs in the air
            }
        }
    }

    public void Dispose() => _data.Delete(recursive: true);
}
