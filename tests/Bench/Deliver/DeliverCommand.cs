using System.CommandLine;
using System.Text.Json;
using Ingestion.Tests.Infrastructure.Processes;

namespace Ingestion.Bench.Deliver;

/// <summary>
/// The command "deliver": how many deliveries a second reach many endpoints on this machine, how long one takes from published to
/// received, and by how much two more endpoints, one dead and one very slow, make the others wait. All against one AllInOne, the arms of
/// the comparison in turn.
/// </summary>
internal static class DeliverCommand
{
    /// <summary>The command, for the command line.</summary>
    public static Command Create()
    {
        var endpoints = new Option<int>("--endpoints") { Description = "How many endpoints take everything.", DefaultValueFactory = _ => 50 };
        var backlog = new Option<int>("--backlog") { Description = "Articles that wait for each endpoint.", DefaultValueFactory = _ => 100 };
        var paced = new Option<int>("--paced") { Description = "Articles per round at a steady rate.", DefaultValueFactory = _ => 40 };
        var rate = new Option<double>("--rate") { Description = "That rate, articles a second.", DefaultValueFactory = _ => 2 };
        var rounds = new Option<int>("--rounds") { Description = "Rounds of each arm; their figures are pooled.", DefaultValueFactory = _ => 3 };
        var store = new Option<string?>("--store") { Description = "MongoDB's connection string. Without it, SQLite." };
        var command = new Command("deliver", "Measures deliveries, and how far bad endpoints slow the others.")
        {
            endpoints, backlog, paced, rate, rounds, store,
        };
        command.SetAction((result, cancellationToken) => RunAsync(
            new DeliverWork(
                result.GetValue(endpoints), result.GetValue(backlog), result.GetValue(paced), result.GetValue(rate), result.GetValue(rounds)),
            result.GetValue(store), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DeliverWork work, string? store, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("ingestion-bench-");
        try
        {
            var environment = new Dictionary<string, string>
            {
                ["Store__Directory"] = data.FullName,
                ["Outbound__AllowedNetworks__0"] = "127.0.0.0/8",
                ["Ingest__OpenOnLoopback"] = "true",
                ["Logging__LogLevel__Default"] = "Error",
            };
            if (store is not null)
            {
                environment["Store__Provider"] = "Mongo";
                environment["Store__ConnectionString"] = store;
                environment["Store__Database"] = $"bench-{Guid.NewGuid():N}";
            }
            await using var server = await ServiceProcess.StartAsync("AllInOne", environment, cancellationToken: cancellationToken);
            var figures = await DeliverMeasurement.RunAsync(server, work, cancellationToken);
            Console.WriteLine($"{work.Endpoints} endpoints, {(store is null ? "SQLite" : "MongoDB")}: {figures.DeliveriesPerSecond:0} deliveries/s, {figures.CpuMillisecondsPerDelivery:0.00} CPU-ms each");
            Console.WriteLine($"published to received at {work.Rate} articles/s:       {figures.Alone}");
            Console.WriteLine($"the same beside one dead and one of 15 s: {figures.BesideBad}, {figures.Ratio:0.00} times the p99");
            Console.WriteLine(JsonSerializer.Serialize(new { work, figures }, JsonSerializerOptions.Web));
            return 0;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}

/// <summary>How much is delivered.</summary>
/// <param name="Endpoints">Endpoints that take everything.</param>
/// <param name="Backlog">Articles that wait for each when the sending begins.</param>
/// <param name="Paced">Articles of a round at a steady rate.</param>
/// <param name="Rate">That rate, articles a second.</param>
/// <param name="Rounds">Rounds of each arm.</param>
internal sealed record DeliverWork(int Endpoints, int Backlog, int Paced, double Rate, int Rounds);

/// <summary>What was measured.</summary>
/// <param name="DeliveriesPerSecond">From a backlog, first receipt to last.</param>
/// <param name="CpuMillisecondsPerDelivery">Processor time of the sending process for each of those.</param>
/// <param name="Alone">Published to received at the steady rate.</param>
/// <param name="BesideBad">The same, with the two bad endpoints beside them.</param>
internal sealed record DeliverFigures(double DeliveriesPerSecond, double CpuMillisecondsPerDelivery, Latency Alone, Latency BesideBad)
{
    /// <summary>The p99 beside the bad endpoints to that without them.</summary>
    public double Ratio => Math.Round(BesideBad.P99 / Alone.P99, 2);
}

/// <summary>Times in milliseconds.</summary>
internal sealed record Latency(double P50, double P99, int Count)
{
    /// <summary>Works them out.</summary>
    public static Latency Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToList();
        return new Latency(At(sorted, .50), At(sorted, .99), sorted.Count);
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"p50 {P50} ms, p99 {P99} ms ({Count} deliveries)");

    private static double At(List<double> sorted, double share) => Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 1);
}
