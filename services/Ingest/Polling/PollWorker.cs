using Ingestion.Hosting.Pipeline;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Polling;

/// <summary>
/// Polls the feeds that are due, as many at a time as the options say. Any number of processes share the feeds through leases in
/// the store: one that dies loses none.
/// </summary>
internal sealed class PollWorker(
    IFeedStore feeds, FeedPoller poller, StoreReady store, IOptions<PollingOptions> options, TimeProvider clock, ILogger<PollWorker> logger)
    : BackgroundService
{
    private readonly PollingOptions _options = options.Value;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await store.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(_options.Interval, clock);
        var running = new HashSet<Task>();
        try
        {
            do
            {
                running.RemoveWhere(poll => poll.IsCompleted);
                await StartDueAsync(running, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    private async Task StartDueAsync(HashSet<Task> running, CancellationToken cancellationToken)
    {
        var free = _options.Concurrency - running.Count;
        if (free <= 0) return;
        try
        {
            var due = await feeds.ClaimDueAsync(free, clock.GetUtcNow().ToWholeMilliseconds(), _options.Lease, cancellationToken);
            foreach (var feed in due) running.Add(PollAsync(feed, cancellationToken));
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("Polling put off, the store is down: {Error}", e.Message);
        }
    }

    private async Task PollAsync(PolledFeed feed, CancellationToken cancellationToken)
    {
        // Off the loop, which has other feeds to start.
        await Task.Yield();
        using var lease = new CancellationTokenSource(_options.Lease, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(lease.Token, cancellationToken);
        try
        {
            await poller.PollAsync(feed, both.Token);
        }
        catch (OperationCanceledException)
        {
            // What was taken stays taken; the rest comes when the lease is over, from whoever polls then.
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("The poll of {Source} is put off, the store is down: {Error}", feed.SourceId, e.Message);
        }
#pragma warning disable CA1031 // One feed's bug must not end the polling of all others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "The poll of {Source} failed", feed.SourceId);
        }
    }
}
