using System.Diagnostics;
using Ingestion.Tests.Infrastructure.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ingestion.Broker.Tests.Infrastructure;

public sealed class OtlpReceiverTests
{
    private const string SourceName = "Ingestion.Broker.Tests.Smoke";

    private static readonly string[] Letters = ["a", "b"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spans_of_the_real_exporter_are_decoded()
    {
        await using var receiver = await OtlpReceiver.StartAsync(Cancellation);
        using var source = new ActivitySource(SourceName);
        using var provider = Export(receiver);
        var linked = ActivityTraceId.CreateRandom();

        using var root = source.StartActivity("parent", ActivityKind.Producer)!;
        using var child = source.StartActivity(
            ActivityKind.Consumer,
            tags: [new("text", "文章"), new("number", -7L), new("yes", true), new("ratio", 0.5), new("list", Letters)],
            links: [new(new ActivityContext(linked, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded))],
            name: "child")!;
        child.SetStatus(ActivityStatusCode.Error);
        child.Stop();
        root.Stop();

        var spans = await receiver.WaitUntilAsync(spans => spans.Count == 2, TimeSpan.FromSeconds(20), Cancellation);
        var decodedRoot = Assert.Single(spans, span => span.Name == "parent");
        var decoded = Assert.Single(spans, span => span.Name == "child");
        Assert.Equal(root.TraceId.ToHexString(), decodedRoot.TraceId);
        Assert.Null(decodedRoot.ParentId);
        Assert.False(decodedRoot.Failed);
        Assert.Equal(decodedRoot.TraceId, decoded.TraceId);
        Assert.Equal(decodedRoot.SpanId, decoded.ParentId);
        Assert.Equal(child.SpanId.ToHexString(), decoded.SpanId);
        Assert.Equal("smoke", decoded.Service);
        Assert.Equal(SourceName, decoded.Source);
        Assert.True(decoded.Failed);
        Assert.Equal(child.StartTimeUtc, decoded.Start.UtcDateTime);
        Assert.Equal(child.StartTimeUtc + child.Duration, decoded.End.UtcDateTime);
        Assert.Equal([linked.ToHexString()], decoded.LinkedTraceIds);
        Assert.Equal("文章", decoded.Attributes["text"]);
        Assert.Equal("-7", decoded.Attributes["number"]);
        Assert.Equal("true", decoded.Attributes["yes"]);
        Assert.Equal("0.5", decoded.Attributes["ratio"]);
        Assert.Equal("a,b", decoded.Attributes["list"]);
    }

    [Fact]
    public async Task Waiting_in_vain_says_what_has_come()
    {
        await using var receiver = await OtlpReceiver.StartAsync(Cancellation);
        using var source = new ActivitySource(SourceName);
        using var provider = Export(receiver);
        source.StartActivity("the only one")!.Dispose();
        await receiver.WaitUntilAsync(spans => spans.Count == 1, TimeSpan.FromSeconds(20), Cancellation);

        var exception = await Assert.ThrowsAsync<TimeoutException>(
            () => receiver.WaitUntilAsync(spans => spans.Count == 2, TimeSpan.FromMilliseconds(50), Cancellation));

        Assert.Contains("smoke: the only one", exception.Message, StringComparison.Ordinal);
    }

    private static TracerProvider Export(OtlpReceiver receiver) => Sdk.CreateTracerProviderBuilder()
        .AddSource(SourceName)
        .ConfigureResource(resource => resource.Clear().AddService("smoke"))
        .AddOtlpExporter(options =>
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new(receiver.Endpoint, "v1/traces");
            options.ExportProcessorType = ExportProcessorType.Simple;
        })
        .Build();
}
