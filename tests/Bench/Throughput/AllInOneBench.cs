using Ingestion.Bench.Throughput.Pipeline;
using Ingestion.Bench.Throughput.Relay;

namespace Ingestion.Bench.Throughput;

/// <summary>AllInOne as a process on the in-memory transport and SQLite, against a relay on channels and SQLite.</summary>
internal static class AllInOneBench
{
    /// <summary>Measures both, one after the other, in a folder that is deleted in the end.</summary>
    public static async Task<Comparison> RunAsync(Workload work, CancellationToken cancellationToken)
    {
        var cargo = Cargo.Of(NewsPages.Page(0));
        var data = Directory.CreateTempSubdirectory("ingestion-bench-");
        try
        {
            var pipeline = await MeasurePipelineAsync(work, data, cancellationToken);
            await using var queues = new MemoryQueues(cargo.Messages.Count);
            await using var documents = new SqliteRelayStore(data);
            var relay = await new BareRelay(queues, documents, cargo).RunAsync(work, cancellationToken);
            return new Comparison(
                work.Count,
                "AllInOne, in-memory transport and SQLite; relay: in-memory channels, SQLite inserts (WAL, synchronous=FULL)",
                new Dictionary<string, string>
                {
                    [".NET"] = Environment.Version.ToString(),
                    ["MassTransit"] = Comparison.VersionOf(typeof(MassTransit.IBus)),
                    ["SQLite"] = documents.ServerVersion,
                },
                cargo.Page.Length, [.. cargo.Messages.Select(static message => message.Length)], cargo.Article.Length, pipeline, relay);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<Figures> MeasurePipelineAsync(Workload work, DirectoryInfo data, CancellationToken cancellationToken)
    {
        await using var processes = await PipelineProcesses.StartAllInOneAsync(data, cancellationToken);
        return await PipelineMeasurement.RunAsync(processes, work, cancellationToken);
    }
}
