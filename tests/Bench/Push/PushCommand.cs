using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ingestion.Tests.Infrastructure.Load;
using Ingestion.Tests.Infrastructure.Processes;

namespace Ingestion.Bench.Push;

/// <summary>
/// The command "push": the same number of articles one by one, so many in flight, and in one batch of lines, each against an AllInOne
/// of its own in the same run. What is timed is the door: from the first byte to the last answer, everything kept; the pipeline behind
/// it works meanwhile, as it would.
/// </summary>
internal static class PushCommand
{
    private static readonly TimeSpan SampleInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>The command, for the command line.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "How many articles.", DefaultValueFactory = _ => 1_000 };
        var bytes = new Option<int>("--bytes") { Description = "How long each is.", DefaultValueFactory = _ => 4_000 };
        var flight = new Option<int>("--in-flight") { Description = "Requests at once, one by one.", DefaultValueFactory = _ => 64 };
        var rounds = new Option<int>("--rounds")
        {
            Description = "How often both are measured, in turn; the medians count.",
            DefaultValueFactory = _ => 3
        };
        var command = new Command("push", "Measures the door: one by one against a batch of lines.") { count, bytes, flight, rounds };
        command.SetAction((result, cancellationToken) =>
            RunAsync(result.GetValue(count), result.GetValue(bytes), result.GetValue(flight), result.GetValue(rounds), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int count, int bytes, int inFlight, int rounds, CancellationToken cancellationToken)
    {
        var articles = Enumerable.Range(0, count)
            .Select(i => JsonSerializer.SerializeToUtf8Bytes(new
            {
                source = "bench",
                id = $"{i}",
                html = SampleArticles.Html(i, bytes)
            })).ToList();
        var (singles, batches) = (new List<DoorFigures>(), new List<DoorFigures>());
        for (var round = 0; round < rounds; round++)
        {
            singles.Add(await MeasureAsync(client => PushEachAsync(client, articles, inFlight, cancellationToken), count,
                cancellationToken));
            batches.Add(await MeasureAsync(client => PushBatchAsync(client, articles, cancellationToken), count, cancellationToken));
        }
        var (single, batch) = (DoorFigures.Median(singles), DoorFigures.Median(batches));
        Console.WriteLine($"one by one, {inFlight} in flight: {single.Rate:0} articles/s, peak {single.PeakMegabytes:0} MB");
        Console.WriteLine($"one batch of lines:           {batch.Rate:0} articles/s, peak {batch.PeakMegabytes:0} MB");
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            count,
            bytes,
            inFlight,
            rounds,
            single,
            batch,
            batchToSingle = Math.Round(batch.Rate / single.Rate, 2)
        }, JsonSerializerOptions.Web));
        return 0;
    }

    /// <summary>Runs a way of pushing against a new AllInOne, and watches how much memory that takes.</summary>
    private static async Task<DoorFigures> MeasureAsync(Func<HttpClient, Task> push, int count, CancellationToken cancellationToken)
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
            await PushEachAsync(server.Client,
                [JsonSerializer.SerializeToUtf8Bytes(new { source = "bench", id = "warm-up", html = SampleArticles.Html(-1) })], 1,
                    cancellationToken);
            var before = WorkingSet(server.Id);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var watching = WatchAsync(server.Id, stop.Token);
            var started = Stopwatch.GetTimestamp();
            await push(server.Client);
            var took = Stopwatch.GetElapsedTime(started);
            await stop.CancelAsync();
            return new DoorFigures(Math.Round(count / took.TotalSeconds, 1), Math.Round(before / 1e6, 1),
                Math.Round(await watching / 1e6, 1));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Task PushEachAsync(HttpClient client, IEnumerable<byte[]> articles, int inFlight, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(articles,
            new ParallelOptions { MaxDegreeOfParallelism = inFlight, CancellationToken = cancellationToken }, async (article, token) =>
        {
            using var content = new ByteArrayContent(article);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await client.PostAsync(new Uri("v1/articles", UriKind.Relative), content, token);
            if (answer.StatusCode != HttpStatusCode.Accepted)
                throw new InvalidOperationException($"A push was answered {(int)answer.StatusCode}.");
        });

    private static async Task PushBatchAsync(HttpClient client, List<byte[]> articles, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        foreach (var article in articles)
        {
            body.Write(article);
            body.WriteByte((byte)'\n');
        }
        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await client.PostAsync(new Uri("v1/articles", UriKind.Relative), content, cancellationToken);
        var accepted = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellationToken))
            .Split("\"status\":202").Length - 1;
        if (accepted != articles.Count) throw new InvalidOperationException($"Of {articles.Count} lines {accepted} were accepted.");
    }

    private static async Task<long> WatchAsync(int processId, CancellationToken stop)
    {
        var peak = 0L;
        using var timer = new PeriodicTimer(SampleInterval);
        try
        {
            do peak = Math.Max(peak, WorkingSet(processId));
            while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException)
        {
            // the end of the measurement
        }
        return peak;
    }

    private static long WorkingSet(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.WorkingSet64;
    }

    /// <summary>What one way of pushing took.</summary>
    /// <param name="Rate">Articles a second.</param>
    /// <param name="IdleMegabytes">Memory of the process before.</param>
    /// <param name="PeakMegabytes">Its peak while pushing.</param>
    private sealed record DoorFigures(double Rate, double IdleMegabytes, double PeakMegabytes)
    {
        /// <summary>The median of each figure.</summary>
        public static DoorFigures Median(IReadOnlyList<DoorFigures> rounds) =>
            new(Median(rounds.Select(r => r.Rate)), Median(rounds.Select(r => r.IdleMegabytes)),
                Median(rounds.Select(r => r.PeakMegabytes)));

        private static double Median(IEnumerable<double> figures) => figures.Order().ElementAt(figures.Count() / 2);
    }
}
