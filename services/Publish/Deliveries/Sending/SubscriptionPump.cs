using System.Threading.Channels;
using Ingestion.Hosting.Pipeline;
using Ingestion.Publish.Subscriptions;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Deliveries.Sending;

/// <summary>
/// Sends to one subscription, under its lease, until there has been nothing to send for a while. Articles go side by side up to the
/// subscription's concurrency; changes of one article go one after the other.
/// </summary>
internal sealed class SubscriptionPump(
    Dispatch dispatch,
    ISubscriptionStore subscriptions,
    IDispatchStore dispatches,
    IDeliveryStore deliveries,
    Backfill backfill,
    Sender sender,
    SubscriptionStates states,
    DeliveryOptions options,
    TimeProvider clock,
    ILogger logger)
{
    /// <summary>How long the lease is kept while there is nothing to send: claiming it again is dearer than waiting.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly EndpointRate _rate = new(clock);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task> _inFlight = [];
    private readonly Queue<Delivery> _ready = [];
    private Dispatch _dispatch = dispatch;
    private Subscription? _subscription;
    private volatile bool _stopped;
    private volatile bool _mayHaveMore = true;
    private volatile bool _hasTurned;

    /// <summary>There may be something new to send.</summary>
    public void Wake()
    {
        _mayHaveMore = true;
        Turn();
    }

    /// <summary>Sends until there is nothing more to send, the lease is lost, or the process stops. What is in flight is finished.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            var idleSince = clock.GetUtcNow();
            while (!stopping.IsCancellationRequested && !_stopped && await KeepLeaseAsync(stopping))
            {
                if (await FindSubscriptionAsync(stopping) is not { State: SubscriptionState.Active } subscription) break;
                var now = clock.GetUtcNow();
                if (subscription.ExpiresAt <= now)
                {
                    await subscriptions.DeleteAsync(subscription.Id, stopping);
                    break;
                }
                if (Standing().ThrottledUntil > now) break;
                var wait = await StartDueAsync(subscription, stopping);
                if (InFlight() > 0 || _ready.Count > 0) idleSince = now;
                else if (now - idleSince >= Linger) break;
                await WaitAsync(wait, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is in flight is finished below.
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("Sending to {Subscription} is put off, the store is down: {Error}", _dispatch.SubscriptionId, e.Message);
        }
        finally
        {
            Task[] rest;
            lock (_lock) rest = [.. _inFlight.Values];
            await Task.WhenAll(rest);
            await ReleaseAsync();
        }
    }

    /// <summary>Starts what is due, as much as may be at a time; answers how long to wait for more at most.</summary>
    private async Task<TimeSpan> StartDueAsync(Subscription subscription, CancellationToken stopping)
    {
        if (MayFill(subscription)) await FillAsync(subscription, stopping);
        while (_ready.Count > 0 && InFlight() < subscription.Limits.Concurrency)
        {
            var wait = _rate.Wait(subscription.Limits.PerSecond);
            if (wait > TimeSpan.Zero) return wait < options.Interval ? wait : options.Interval;
            if (Standing().ThrottledUntil > clock.GetUtcNow()) break;
            _rate.Take(subscription.Limits.PerSecond);
            Start(_ready.Dequeue(), subscription);
        }
        return options.Interval;
    }

    private bool MayFill(Subscription subscription) => _mayHaveMore && _ready.Count == 0 && InFlight() < subscription.Limits.Concurrency;

    private async Task FillAsync(Subscription subscription, CancellationToken stopping)
    {
        _mayHaveMore = false;
        // An article whose delivery is on its way has to wait, also if that delivery was skipped meanwhile. As of before the read: one
        // that is finished during it would be in it as still due, and be sent again.
        HashSet<string> onTheirWay;
        lock (_lock) onTheirWay = [.. _inFlight.Keys];
        var limit = onTheirWay.Count + (4 * subscription.Limits.Concurrency);
        var due = await deliveries.ReadDueAsync(subscription.Id, clock.GetUtcNow(), limit, stopping);
        if (due.Count == limit) _mayHaveMore = true;
        foreach (var delivery in due)
            if (!onTheirWay.Contains(delivery.ArticleId)) _ready.Enqueue(delivery);
        if (_ready.Count > 0 || Standing() is not { BackfillAfter: not null, FailingSince: null } before) return;
        // The past is taken up only when the present is done, and only as far as the endpoint keeps up.
        var after = await backfill.StepAsync(before, subscription, stopping);
        Change(standing => standing with { BackfillAfter = after.BackfillAfter });
        await SaveAsync(stopping);
        Wake();
    }

    private void Start(Delivery delivery, Subscription subscription)
    {
        // Off the loop, which has others to start. Requests outlive the stop signal up to their own time limit.
        lock (_lock) _inFlight.Add(delivery.ArticleId, Task.Run(() => SendAsync(delivery, subscription), CancellationToken.None));
    }

    private async Task SendAsync(Delivery delivery, Subscription subscription)
    {
        try
        {
            if (await sender.AttemptAsync(delivery, subscription, HasTime, CancellationToken.None) is not { } result) return;
            var now = clock.GetUtcNow().ToWholeMilliseconds();
            var wasWell = Standing().FailingSince is null;
            var standing = Change(standing => DeliveryRules.After(standing, result, now));
            if (standing.FailingSince is null != wasWell) _hasTurned = true;
#pragma warning disable CA5394 // Jitter, no secret.
            var after = DeliveryRules.After(delivery, result, now, standing, Random.Shared.NextDouble());
#pragma warning restore CA5394
            await sender.RecordAsync(delivery, after, result, CancellationToken.None);
            if (DeliveryRules.DisabledBecause(standing, subscription.StateChangedAt, result, now, options.DisableAfter) is { } reason)
            {
                await states.DisableAsync(subscription, reason, CancellationToken.None);
                _stopped = true;
            }
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("{Delivery} is still due, the store is down: {Error}", delivery.Id, e.Message);
        }
#pragma warning disable CA1031 // One delivery's bug must not end the sending of all others. It stays due.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "Sending {Delivery} failed", delivery.Id);
            Change(standing => standing with { ThrottledUntil = clock.GetUtcNow() + Throttle.For(null, 1) });
        }
        finally
        {
            lock (_lock) _inFlight.Remove(delivery.ArticleId);
            Turn();
        }
    }

    /// <summary>Whether a request that begins now ends under the lease.</summary>
    private bool HasTime() => Standing().LeaseUntil - clock.GetUtcNow() > options.Timeout;

    /// <summary>
    /// Renews the lease when half of it is gone; false if it is another's. Also when the endpoint has begun or ceased to fail, which
    /// people want to see, and which must not be lost with this process.
    /// </summary>
    private async Task<bool> KeepLeaseAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!_hasTurned && Standing().LeaseUntil - now > options.Lease / 2) return true;
        _hasTurned = false;
        Change(standing => standing with { LeaseUntil = (now + options.Lease).ToWholeMilliseconds() });
        return await SaveAsync(cancellationToken);
    }

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        if (await dispatches.SaveAsync(Standing(), cancellationToken)) return true;
        logger.LogWarning("The lease on {Subscription} is another's now", _dispatch.SubscriptionId);
        return false;
    }

    private async Task ReleaseAsync()
    {
        try
        {
            Change(standing => standing with { LeaseUntil = null });
            await dispatches.SaveAsync(Standing(), CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // It ends by itself.
        }
    }

    /// <summary>The subscription, read again for each batch, so that it is not sent much more once it is paused.</summary>
    private async Task<Subscription?> FindSubscriptionAsync(CancellationToken cancellationToken)
    {
        if (_subscription is not null && !MayFill(_subscription)) return _subscription;
        return _subscription = await subscriptions.FindAsync(_dispatch.SubscriptionId, cancellationToken);
    }

    private void Turn() => _wake.Writer.TryWrite(true);

    private async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _wake.Reader.ReadAsync(both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look.
        }
    }

    private int InFlight()
    {
        lock (_lock) return _inFlight.Count;
    }

    private Dispatch Standing()
    {
        lock (_lock) return _dispatch;
    }

    private Dispatch Change(Func<Dispatch, Dispatch> change)
    {
        lock (_lock) return _dispatch = change(_dispatch);
    }
}
