using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Network;
using Ingestion.Tests.Infrastructure.Processes;

namespace Ingestion.Bench.Deliver;

/// <summary>Takes the measurements of "deliver".</summary>
internal sealed class DeliverMeasurement
{
    private const string SlowPath = "/slow";
    private const int WarmUp = 20;

    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ServiceProcess _server;
    private readonly DeliverWork _work;
    private ConcurrentQueue<Arrival> _arrivals = [];
    private int _pushed;

    private DeliverMeasurement(ServiceProcess server, DeliverWork work) => (_server, _work) = (server, work);

    /// <summary>Warms up, then measures a backlog, and then both arms in turn.</summary>
    public static async Task<DeliverFigures> RunAsync(ServiceProcess server, DeliverWork work, CancellationToken cancellationToken)
    {
        var measurement = new DeliverMeasurement(server, work);
        await using var receiver = await Receiver.StartAsync(measurement.AnswerAsync);
        var subscriptions = new List<string>();
        for (var i = 0; i < work.Endpoints; i++) subscriptions.Add(await measurement.SubscribeAsync(receiver.At($"/{i}"), cancellationToken));
        await measurement.PushPacedAsync(WarmUp, cancellationToken);

        var (rate, cpu) = await measurement.MeasureBacklogAsync(subscriptions, cancellationToken);
        var (alone, besideBad) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < work.Rounds; round++)
        {
            alone.AddRange(await measurement.PushPacedAsync(work.Paced, cancellationToken));
            var bad = new[]
            {
                await measurement.SubscribeAsync($"http://127.0.0.1:{FreePort.Next()}/dead", cancellationToken),
                await measurement.SubscribeAsync(receiver.At(SlowPath), cancellationToken),
            };
            besideBad.AddRange(await measurement.PushPacedAsync(work.Paced, cancellationToken));
            foreach (var id in bad) await measurement.SendAsync(HttpMethod.Delete, $"v1/subscriptions/{id}", null, cancellationToken);
        }
        return new DeliverFigures(rate, cpu, Latency.Of(alone), Latency.Of(besideBad));
    }

    private async Task<Reply> AnswerAsync(Receipt receipt, CancellationToken stop)
    {
        if (receipt.Path == SlowPath) await Task.Delay(SlowAnswer, stop);
        else _arrivals.Enqueue(new Arrival(receipt.At, receipt.Body));
        return Reply.Ok;
    }

    /// <summary>Lets articles wait for all endpoints, then lets go of them.</summary>
    private async Task<(double PerSecond, double CpuMilliseconds)> MeasureBacklogAsync(
        List<string> subscriptions, CancellationToken cancellationToken)
    {
        foreach (var id in subscriptions) await SendAsync(HttpMethod.Post, $"v1/subscriptions/{id}/pause", null, cancellationToken);
        await Parallel.ForEachAsync(Enumerable.Range(0, _work.Backlog), cancellationToken, async (_, token) => await PushAsync(token));
        await UntilAsync(async () => await LastSequenceAsync(cancellationToken) >= _pushed, cancellationToken);
        _arrivals = [];
        var cpu = CpuTime();
        await Parallel.ForEachAsync(subscriptions, cancellationToken, async (id, token) =>
            await SendAsync(HttpMethod.Post, $"v1/subscriptions/{id}/resume", null, token));
        var count = _work.Backlog * subscriptions.Count;
        await UntilAsync(() => Task.FromResult(_arrivals.Count >= count), cancellationToken);
        var spent = CpuTime() - cpu;
        var times = _arrivals.Select(arrival => arrival.At).ToList();
        return (Math.Round(count / (times.Max() - times.Min()).TotalSeconds, 1), Math.Round(spent.TotalMilliseconds / count, 2));
    }

    /// <summary>Pushes at the steady rate; answers how long each delivery to each endpoint took.</summary>
    private async Task<IReadOnlyList<TimeSpan>> PushPacedAsync(int count, CancellationToken cancellationToken)
    {
        _arrivals = [];
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / _work.Rate));
        for (var i = 0; i < count; i++)
        {
            await timer.WaitForNextTickAsync(cancellationToken);
            await PushAsync(cancellationToken);
        }
        await UntilAsync(() => Task.FromResult(_arrivals.Count >= count * _work.Endpoints), cancellationToken);
        return [.. _arrivals.Select(arrival => arrival.At - (DateTimeOffset)JsonNode.Parse(arrival.Body)!["timestamp"]!)];
    }

    private Task<JsonNode?> PushAsync(CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _pushed);
        return SendAsync(
            HttpMethod.Post, "v1/articles", new { source = "bench", id = $"{number}", html = SampleArticles.Html(number, 4_000) }, cancellationToken);
    }

    private async Task<string> SubscribeAsync(string endpoint, CancellationToken cancellationToken) =>
        (string)(await SendAsync(HttpMethod.Post, "v1/subscriptions", new { endpoint }, cancellationToken))!["id"]!;

    private async Task<long> LastSequenceAsync(CancellationToken cancellationToken)
    {
        var page = await SendAsync(HttpMethod.Get, $"v1/changes?after={_pushed - 1}&limit=1&include=none", null, cancellationToken);
        return page!["changes"]!.AsArray() is [var last, ..] ? (long)last!["sequence"]! : 0;
    }

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await _server.Client.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{method} {path} was answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private TimeSpan CpuTime()
    {
        using var process = Process.GetProcessById(_server.Id);
        return process.TotalProcessorTime;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await isSo()) await timer.WaitForNextTickAsync(deadline.Token);
    }

    private sealed record Arrival(DateTimeOffset At, byte[] Body);
}
