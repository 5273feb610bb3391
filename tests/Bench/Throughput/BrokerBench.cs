using Ingestion.Bench.Throughput.Pipeline;
using Ingestion.Bench.Throughput.Relay;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Bench.Throughput;

/// <summary>The four services as processes on RabbitMQ and MongoDB, against a relay on the same broker and server.</summary>
internal static class BrokerBench
{
    /// <summary>Measures both, one after the other, in a database that is dropped in the end.</summary>
    public static async Task<Comparison> RunAsync(Workload work, Uri bus, string store, CancellationToken cancellationToken)
    {
        var cargo = Cargo.Of(NewsPages.Page(0));
        var database = $"bench-{Guid.NewGuid():N}";
        using var mongo = new MongoClient(store);
        try
        {
            var pipeline = await MeasurePipelineAsync(work, bus, store, database, cancellationToken);
            await using var queues = await RabbitQueues.ConnectAsync(bus, cargo.Messages.Count, cancellationToken);
            await using var documents = new MongoRelayStore(store, database);
            var relay = await new BareRelay(queues, documents, cargo).RunAsync(work, cancellationToken);
            var info = await mongo.GetDatabase("admin").RunCommandAsync<BsonDocument>(
                new BsonDocument("buildInfo", 1), cancellationToken: cancellationToken);
            return new Comparison(
                work.Count,
                "four processes on RabbitMQ and MongoDB; relay: RabbitMQ.Client, quorum queues, MongoDB inserts",
                new Dictionary<string, string>
                {
                    [".NET"] = Environment.Version.ToString(),
                    ["MassTransit"] = Comparison.VersionOf(typeof(MassTransit.IBus)),
                    ["RabbitMQ"] = queues.ServerVersion,
                    ["RabbitMQ.Client"] = Comparison.VersionOf(typeof(RabbitMQ.Client.IChannel)),
                    ["MongoDB"] = info["version"].AsString,
                },
                cargo.Page.Length, [.. cargo.Messages.Select(static message => message.Length)], cargo.Article.Length, pipeline, relay);
        }
        finally
        {
            await mongo.DropDatabaseAsync(database, CancellationToken.None);
        }
    }

    private static async Task<Figures> MeasurePipelineAsync(
        Workload work, Uri bus, string store, string database, CancellationToken cancellationToken)
    {
        await using var processes = await PipelineProcesses.StartApartAsync(bus, store, database, cancellationToken);
        return await PipelineMeasurement.RunAsync(processes, work, cancellationToken);
    }
}
