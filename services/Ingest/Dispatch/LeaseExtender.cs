using Ingestion.Hosting.Pipeline;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Dispatch;

/// <summary>
/// Gives what the broker has confirmed, and what half a lease later is not published, the longer lease of a message that waits its turn:
/// a backlog must not grow by the copies of what is in it.
/// </summary>
internal sealed class LeaseExtender(
    ConfirmedSubmissions confirmed, ISubmissionStore submissions, IOptions<IngestOptions> options, TimeProvider clock, ILogger<LeaseExtender> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var due = confirmed.TakeDue(clock.GetUtcNow().ToWholeMilliseconds());
            if (due.Count == 0) continue;
            try
            {
                var extended = await submissions.ExtendLeasesAsync(due, stoppingToken);
                if (extended > 0) logger.LogDebug("{Count} submissions wait their turn at the broker, and have a longer lease", extended);
            }
            catch (StoreUnavailableException e)
            {
                logger.LogWarning("{Count} leases are not extended, so their articles are sent once more: {Error}", due.Count, e.Message);
            }
        }
    }
}
