using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Processes;

namespace Ingestion.Bench.Streams;

/// <summary>
/// The command "stream": so many open streams to one AllInOne while articles are pushed at a steady rate; how long it takes from the
/// change's time to its receipt, on each stream, and what memory it takes.
/// </summary>
internal static class StreamCommand
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(2);

    /// <summary>The command, for the command line.</summary>
    public static Command Create()
    {
        var streams = new Option<int>("--streams") { Description = "How many streams are open.", DefaultValueFactory = _ => 1_000 };
        var count = new Option<int>("--count") { Description = "How many articles.", DefaultValueFactory = _ => 100 };
        var rate = new Option<int>("--rate") { Description = "Articles pushed a second.", DefaultValueFactory = _ => 5 };
        var bytes = new Option<int>("--bytes") { Description = "How long each is.", DefaultValueFactory = _ => 4_000 };
        var command = new Command("stream", "Measures the stream: from published to received, on many streams.") { streams, count, rate, bytes };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetValue(streams), result.GetValue(count), result.GetValue(rate), result.GetValue(bytes), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int streams, int count, int rate, int bytes, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("ingestion-bench-");
        try
        {
            var environment = new Dictionary<string, string>
            {
                ["Store__Directory"] = data.FullName,
                ["Logging__LogLevel__Default"] = "Error",
            };
            await using var server = await ServiceProcess.StartAsync("AllInOne", environment, cancellationToken: cancellationToken);
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            deadline.CancelAfter(Within + TimeSpan.FromSeconds((double)count / rate));
            using var client = new HttpClient { BaseAddress = server.Address, Timeout = Timeout.InfiniteTimeSpan };
            await PushAsync(client, -1, bytes, deadline.Token);
            var before = Megabytes(server.Id);

            var readers = await Task.WhenAll(Enumerable.Range(0, streams).Select(_ => OpenAsync(client, deadline.Token)));
            var open = Megabytes(server.Id);
            var receiving = readers.Select(reader => ReceiveAsync(reader, count, deadline.Token)).ToList();
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
            for (var i = 0; i < count; i++)
            {
                await timer.WaitForNextTickAsync(deadline.Token);
                await PushAsync(client, i, bytes, deadline.Token);
            }
            var latencies = (await Task.WhenAll(receiving)).SelectMany(list => list).Order().ToList();
            var figures = new
            {
                streams,
                count,
                rate,
                received = latencies.Count,
                p50 = At(latencies, 0.5),
                p99 = At(latencies, 0.99),
                longest = latencies[^1],
                megabytesBefore = before,
                megabytesOpen = open,
                megabytesAfter = Megabytes(server.Id),
            };
            Console.WriteLine($"{streams} streams, {count} articles: p50 {figures.p50} ms, p99 {figures.p99} ms, longest {figures.longest} ms");
            Console.WriteLine($"memory: {before} MB, {open} MB with the streams open, {figures.megabytesAfter} MB after");
            Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task PushAsync(HttpClient client, int number, int bytes, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(new { source = "bench", id = $"{number}", html = SampleArticles.Html(number, bytes) }));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await client.PostAsync(new Uri("v1/articles", UriKind.Relative), content, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<StreamReader> OpenAsync(HttpClient client, CancellationToken cancellationToken)
    {
        // From the second change on: the first is the one that warms up.
        var response = await client.GetAsync(new Uri("v1/stream?after=1", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
    }

    /// <summary>Milliseconds from the time of each change to its receipt.</summary>
    private static async Task<List<double>> ReceiveAsync(StreamReader reader, int count, CancellationToken cancellationToken)
    {
        const string Name = "\"changedAt\":\"";
        var latencies = new List<double>(count);
        using (reader)
        {
            while (latencies.Count < count && await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
                var now = TimeProvider.System.GetUtcNow();
                var start = line.IndexOf(Name, StringComparison.Ordinal) + Name.Length;
                var changedAt = DateTimeOffset.Parse(line.AsSpan(start, line.IndexOf('"', start) - start), CultureInfo.InvariantCulture);
                latencies.Add(Math.Round((now - changedAt).TotalMilliseconds, 1));
            }
        }
        if (latencies.Count < count) throw new InvalidOperationException($"A stream ended after {latencies.Count} of {count} changes.");
        return latencies;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static long Megabytes(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.WorkingSet64 / 1_000_000;
    }
}
