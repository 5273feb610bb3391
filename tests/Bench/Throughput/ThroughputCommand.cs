using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ingestion.Bench.Throughput;

/// <summary>
/// The command "throughput": what the whole pipeline carries, and what a bare relay carries over the same hops in the same run.
/// </summary>
internal static class ThroughputCommand
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command, for the command line.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count")
        {
            Description = "How many pages, of about 100 KB each.",
            DefaultValueFactory = _ => 1_000,
        };
        var bus = new Option<Uri?>("--bus")
        {
            Description = "RabbitMQ, amqp://user:password@host:port/. Only with --store; on a virtual host that is empty and nobody else's.",
            CustomParser = ParseUri,
        };
        var store = new Option<string?>("--store")
        {
            Description = "MongoDB's connection string. Without --bus and --store, AllInOne is measured.",
        };
        var within = new Option<int>("--within")
        {
            Description = "Seconds that each of the two measurements may take.",
            DefaultValueFactory = _ => 600,
        };
        foreach (var number in new[] { count, within }) number.Validators.Add(RequirePositive);
        var command = new Command("throughput", "Measures the whole pipeline beside a bare relay.") { count, bus, store, within };
        command.Validators.Add(result =>
        {
            if (result.GetResult(bus) is null != result.GetResult(store) is null)
                result.AddError("--bus and --store go together: give both or neither.");
        });
        command.SetAction((result, cancellationToken) => RunAsync(
            new Workload(result.GetValue(count), TimeSpan.FromSeconds(result.GetValue(within))),
            result.GetValue(bus), result.GetValue(store), cancellationToken));
        return command;
    }

    private static Uri? ParseUri(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && (uri.Scheme is "amqp" or "amqps")) return uri;
        result.AddError("--bus must be an amqp or amqps URI, such as amqp://user:password@localhost:5672/.");
        return null;
    }

    private static void RequirePositive(OptionResult result)
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number < 1)
            result.AddError($"{result.Option.Name} must be at least 1, not {number}.");
    }

    private static async Task<int> RunAsync(Workload work, Uri? bus, string? store, CancellationToken cancellationToken)
    {
        try
        {
            var comparison = bus is not null && store is not null
                ? await BrokerBench.RunAsync(work, bus, store, cancellationToken)
                : await AllInOneBench.RunAsync(work, cancellationToken);
            Console.WriteLine(comparison.Setting);
            Console.WriteLine($"pipeline: {comparison.Pipeline}");
            Console.WriteLine($"relay:    {comparison.Relay}");
            Console.WriteLine(JsonSerializer.Serialize(comparison, Json));
            return 0;
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException or FileNotFoundException
            or HttpRequestException or RabbitMQ.Client.Exceptions.BrokerUnreachableException)
        {
            Console.Error.WriteLine(failure.Message);
            return 1;
        }
    }
}
