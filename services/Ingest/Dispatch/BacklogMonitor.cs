using Ingestion.Hosting.Telemetry;
using Ingestion.Storage;

namespace Ingestion.Ingest.Dispatch;

/// <summary>Reads what the pipeline has in hand, for the metrics.</summary>
internal sealed class BacklogMonitor(ISubmissionStore submissions, PipelineMetrics metrics, TimeProvider clock, ILogger<BacklogMonitor> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                metrics.Observe(await submissions.ReadBacklogAsync(stoppingToken));
            }
            catch (StoreUnavailableException e)
            {
                logger.LogWarning("The backlog is not known, the store is down: {Error}", e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
