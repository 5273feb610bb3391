using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Dispatch;

/// <summary>Publishes what was just accepted, with a bounded window of unconfirmed publishes.</summary>
internal sealed class DispatchWorker(DispatchQueue queue, SubmissionDispatcher dispatcher, IOptions<IngestOptions> options) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallel.ForEachAsync(
            queue.ReadAllAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.PublishWindow, CancellationToken = stoppingToken },
            async (submission, cancellationToken) => await dispatcher.DispatchAsync(submission, cancellationToken));
}
