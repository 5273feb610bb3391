using Ingestion.Hosting.Pipeline;
using Ingestion.Publish.Deliveries;
using Ingestion.Publish.Publishing;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions;

/// <summary>Pauses, resumes and disables subscriptions.</summary>
internal sealed class SubscriptionStates(
    ISubscriptionStore subscriptions, IDispatchStore dispatches, IDeliveryStore deliveries, DeliveryMetrics metrics, ChangeSignal signal,
    TimeProvider clock, ILogger<SubscriptionStates> logger)
{
    /// <summary>Pauses. What happens meanwhile is kept.</summary>
    public Task<Subscription?> PauseAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id, subscription => subscription.State == SubscriptionState.Active ? SubscriptionState.Paused : null, "Paused by its owner.", cancellationToken);

    /// <summary>
    /// Resumes, and sends what was kept meanwhile, or skips it. Withdrawals are never skipped. What waits for its next attempt is tried at
    /// once, with a schedule of its own: whoever resumes says that the endpoint is well.
    /// </summary>
    public async Task<Subscription?> ResumeAsync(string id, bool skipPending, CancellationToken cancellationToken)
    {
        if (skipPending) await deliveries.SkipPendingAsync(id, cancellationToken);
        if (await subscriptions.FindAsync(id, cancellationToken) is { State: not SubscriptionState.Active })
        {
            await deliveries.RestartPendingAsync(id, clock.GetUtcNow().ToWholeMilliseconds(), cancellationToken);
            await dispatches.ResetAsync(id, cancellationToken);
        }
        var resumed = await ChangeAsync(
            id, subscription => subscription.State == SubscriptionState.Active ? null : SubscriptionState.Active, null, cancellationToken);
        signal.Pulse();
        return resumed;
    }

    /// <summary>
    /// Disables, with a notice in the log, in the metrics and on the subscription. A subscription by WebSub ends. One that was paused or
    /// resumed since the attempt that is the reason stays as it is.
    /// </summary>
    /// <param name="served">The subscription as it was when the attempt began.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task DisableAsync(Subscription served, string reason, CancellationToken cancellationToken)
    {
        if (served.Transport == Transport.WebSub)
        {
            if (!await subscriptions.DeleteAsync(served.Id, cancellationToken)) return;
        }
        else
        {
            var disabled = await ChangeAsync(
                served.Id, current => current.StateChangedAt == served.StateChangedAt ? SubscriptionState.Disabled : null, reason, cancellationToken);
            if (disabled is not { State: SubscriptionState.Disabled } || disabled.StateReason != reason) return;
        }
        logger.LogWarning("Subscription {Subscription} to {Endpoint} is disabled: {Reason}", served.Id, served.Endpoint, reason);
        metrics.Disabled();
    }

    private async Task<Subscription?> ChangeAsync(
        string id, Func<Subscription, SubscriptionState?> next, string? reason, CancellationToken cancellationToken)
    {
        while (await subscriptions.FindAsync(id, cancellationToken) is { } subscription)
        {
            if (next(subscription) is not { } state) return subscription;
            var now = clock.GetUtcNow().ToWholeMilliseconds();
            var changed = subscription with
            {
                State = state,
                StateReason = reason,
                StateChangedAt = now,
                UpdatedAt = now,
                Revision = subscription.Revision + 1,
            };
            if (await subscriptions.SaveAsync(changed, cancellationToken) == WriteOutcome.Written) return changed;
        }
        return null;
    }
}
