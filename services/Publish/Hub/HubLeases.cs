using Ingestion.Storage;

namespace Ingestion.Publish.Hub;

/// <summary>Ends subscriptions by WebSub when their lease is over. Nothing is sent to them from that moment on in any case.</summary>
internal sealed class HubLeases(HubSubscriptions subscriptions, StoreReady store, TimeProvider clock, ILogger<HubLeases> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            await store.WaitAsync(stoppingToken);
            do await EndExpiredAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end, which the host would call a failure where it is disposed without having been stopped.
        }
    }

    private async Task EndExpiredAsync(CancellationToken cancellationToken)
    {
        try
        {
            await subscriptions.EndExpiredAsync(cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("Leases of the hub were not looked at, the store is down: {Error}", e.Message);
        }
    }
}
