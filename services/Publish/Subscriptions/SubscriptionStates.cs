using Ingestion.Hosting.Pipeline;
using Ingestion.Publish.Deliveries;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions;

/// <summary>Pauses, resumes and disables subscriptions.</summary>
internal sealed class SubscriptionStates(
    ISubscriptionStore subscriptions, IDispatchStore dispatches, IDeliveryStore deliveries, DeliveryMetrics metrics, TimeProvider clock,
    ILogger<SubscriptionStates> logger)
{
    /// <summary>Pauses. What happens meanwhile is kept.</summary>
    public Task<Subscription?> PauseAsync(string id, CancellationToken cancellationToken) => ChangeAsync(
        id, subscription => subscription.State == SubscriptionState.Active ? SubscriptionState.Paused : null, "Paused by its owner.", cancellationToken);

    /// <summary>Resumes, and sends what was kept meanwhile, or skips it. Withdrawals are never skipped.</summary>
    public async Task<Subscription?> ResumeAsync(string id, bool skipPending, CancellationToken cancellationToken)
    {
        if (skipPending) await deliveries.SkipPendingAsync(id, cancellationToken);
        await dispatches.ResetAsync(id, cancellationToken);
        return await ChangeAsync(
            id, subscription => subscription.State == SubscriptionState.Active ? null : SubscriptionState.Active, null, cancellationToken);
    }

    /// <summary>Disables, with a notice in the log, in the metrics and on the subscription. A subscription by WebSub ends.</summary>
    public async Task DisableAsync(string id, string reason, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(id, cancellationToken) is not { State: not SubscriptionState.Disabled } subscription) return;
        logger.LogWarning("Subscription {Subscription} to {Endpoint} is disabled: {Reason}", id, subscription.Endpoint, reason);
        metrics.Disabled();
        if (subscription.Transport == Transport.WebSub) await subscriptions.DeleteAsync(id, cancellationToken);
        else await ChangeAsync(id, _ => SubscriptionState.Disabled, reason, cancellationToken);
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
