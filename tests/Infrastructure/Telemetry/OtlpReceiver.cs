using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ingestion.Tests.Infrastructure.Telemetry;

/// <summary>
/// Takes what services export over OTLP/HTTP and keeps the spans, so that a test can read the traces as a backend would.
/// Metrics and logs are taken and dropped.
/// </summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<ExportedSpan> _spans = [];
    private TaskCompletionSource _changed = NewSignal();

    private OtlpReceiver(WebApplication app) => _app = app;

    /// <summary>Where it listens, a free port of the loopback interface.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    /// <summary>All spans taken so far.</summary>
    public IReadOnlyList<ExportedSpan> Spans
    {
        get
        {
            lock (_gate)
            {
                return [.. _spans];
            }
        }
    }

    /// <summary>Starts a receiver.</summary>
    public static async Task<OtlpReceiver> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new OtlpReceiver(builder.Build());
        receiver._app.MapPost("/v1/traces", receiver.TakeAsync);
        receiver._app.MapPost("/v1/metrics", () => Accepted());
        receiver._app.MapPost("/v1/logs", () => Accepted());
        await receiver._app.StartAsync(cancellationToken);
        receiver.Endpoint = new(receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return receiver;
    }

    /// <summary>The environment that makes a service export here, each span within a fifth of a second of its end.</summary>
    public Dictionary<string, string> EnvironmentForExport() => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Endpoint.ToString(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
    };

    /// <summary>Waits until the spans satisfy a condition, and returns them.</summary>
    /// <exception cref="TimeoutException">They do not within <paramref name="within"/>; the message lists what has come.</exception>
    public async Task<IReadOnlyList<ExportedSpan>> WaitUntilAsync(
        Func<IReadOnlyList<ExportedSpan>, bool> condition, TimeSpan within, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(within);
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            var spans = Spans;
            if (condition(spans))
            {
                return spans;
            }

            try
            {
                await changed.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"The spans awaited did not come within {within}. These did:\n{Describe(spans)}");
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var spans = OtlpTraces.Decode(body.GetBuffer().AsSpan(0, (int)body.Length));
        lock (_gate)
        {
            _spans.AddRange(spans);
        }

        Interlocked.Exchange(ref _changed, NewSignal()).SetResult();
        return Accepted();
    }

    // An export response without fields is an empty message: everything was taken.
    private static IResult Accepted() => Results.Bytes([], "application/x-protobuf");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string Describe(IReadOnlyList<ExportedSpan> spans) =>
        string.Join('\n', spans.TakeLast(200).Select(span => $"  {span.TraceId} {span.Service}: {span.Name}"));
}
