using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>All that a subscription's page shows.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="Dispatch">How its sending stands.</param>
/// <param name="Counts">Its deliveries by state.</param>
/// <param name="Deliveries">The last of them, with their logs.</param>
/// <param name="Next">Where older ones go on; null if there are none.</param>
/// <param name="Query">Which deliveries were asked for.</param>
/// <param name="Now">The present.</param>
internal sealed record SubscriptionPageContent(
    Subscription Subscription, Dispatch? Dispatch, IReadOnlyDictionary<DeliveryState, long> Counts, IReadOnlyList<Delivery> Deliveries, long? Next,
    DeliveryQuery Query, DateTimeOffset Now);

/// <summary>Reads it.</summary>
internal sealed class SubscriptionPageReader(
    ISubscriptionStore subscriptions, IDispatchStore dispatches, IDeliveryStore deliveries, TimeProvider clock)
{
    private const int DeliveriesOnPage = 20;

    /// <summary>What the page shows; null if there is no such subscription.</summary>
    public async Task<SubscriptionPageContent?> ReadAsync(string id, DeliveryState? state, long? before, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(id, cancellationToken) is not { } subscription) return null;
        var query = new DeliveryQuery { SubscriptionId = id, State = state, Before = before, Limit = DeliveriesOnPage + 1, WithAttempts = true };
        var found = await deliveries.ListAsync(query, cancellationToken);
        return new SubscriptionPageContent(
            subscription,
            await dispatches.FindAsync(id, cancellationToken),
            (await deliveries.CountAsync([id], cancellationToken))[id],
            [.. found.Take(DeliveriesOnPage)],
            found.Count > DeliveriesOnPage ? found[DeliveriesOnPage - 1].Sequence : null,
            query,
            clock.GetUtcNow());
    }
}
