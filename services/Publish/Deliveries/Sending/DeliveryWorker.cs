using System.Collections.Concurrent;
using Ingestion.Hosting.Pipeline;
using Ingestion.Publish.Publishing;
using Ingestion.Publish.Subscriptions;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using Microsoft.Extensions.Options;

namespace Ingestion.Publish.Deliveries.Sending;

/// <summary>
/// Serves the subscriptions that have something to send, each by a pump of its own: one that is slow or dead holds up nobody else. Any
/// number of processes share the subscriptions through leases in the store: one that dies loses none.
/// </summary>
internal sealed class DeliveryWorker(
    ISubscriptionStore subscriptions,
    IDispatchStore dispatches,
    IDeliveryStore deliveries,
    Backfill backfill,
    Sender sender,
    SubscriptionStates states,
    ChangeSignal signal,
    StoreReady store,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<DeliveryWorker> logger) : BackgroundService
{
    /// <summary>Subscriptions that are claimed at a time.</summary>
    private const int Claims = 16;

    private readonly DeliveryOptions _options = options.Value;
    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, (SubscriptionPump Pump, Task Run)> _pumps = [];
    private CancellationToken _stopping;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_options.Enabled) return;
        _stopping = stoppingToken;
        try
        {
            await store.WaitAsync(stoppingToken);
            while (true)
            {
                var changed = signal.Next;
                await StartDueAsync(stoppingToken);
                await Task.WhenAny(changed, Task.Delay(_options.Interval, clock, stoppingToken));
                stoppingToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end, which the host would call a failure where it is disposed without having been stopped.
        }
        finally
        {
            await Task.WhenAll(_pumps.Values.Select(entry => entry.Run));
        }
    }

    private async Task StartDueAsync(CancellationToken stopping)
    {
        try
        {
            // One look for all: pumps that wait do not ask the store for themselves.
            var free = new List<string>();
            foreach (var id in await dispatches.FindDueAsync(_owner, clock.GetUtcNow(), stopping))
            {
                if (_pumps.TryGetValue(id, out var running)) running.Pump.Wake();
                else if (_pumps.Count + free.Count < _options.Subscriptions) free.Add(id);
            }
            await Parallel.ForEachAsync(free, new ParallelOptions { MaxDegreeOfParallelism = Claims, CancellationToken = stopping }, ClaimAsync);
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("Deliveries are put off, the store is down: {Error}", e.Message);
        }
    }

    private async ValueTask ClaimAsync(string id, CancellationToken stopping)
    {
        var now = clock.GetUtcNow().ToWholeMilliseconds();
        if (await dispatches.ClaimAsync(id, _owner, now, now + _options.Lease, stopping) is { } dispatch) Start(dispatch);
    }

    private void Start(Dispatch dispatch)
    {
        var pump = new SubscriptionPump(
            dispatch, subscriptions, dispatches, deliveries, backfill, sender, states, _options, clock, logger);
        var run = new TaskCompletionSource();
        _pumps[dispatch.SubscriptionId] = (pump, run.Task);
        _ = Task.Run(() => RunAsync(dispatch.SubscriptionId, pump, run, _stopping), CancellationToken.None);
    }

    private async Task RunAsync(string id, SubscriptionPump pump, TaskCompletionSource run, CancellationToken stopping)
    {
        try
        {
            await pump.RunAsync(stopping);
        }
#pragma warning disable CA1031 // One subscription's bug must not end the serving of all others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "Serving {Subscription} failed", id);
        }
        finally
        {
            _pumps.TryRemove(id, out _);
            run.SetResult();
        }
    }
}
