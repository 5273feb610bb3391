using Ingestion.Storage;

namespace Ingestion.Ingest.Sources;

/// <summary>Writes the counts of refusals every few seconds, and once more at the end.</summary>
internal sealed class RefusalWriter(RefusalBook book, TimeProvider clock, ILogger<RefusalWriter> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await WriteAsync(stoppingToken);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await book.WriteAsync(cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("Counts of refusals wait, the store is down: {Error}", e.Message);
        }
    }
}
