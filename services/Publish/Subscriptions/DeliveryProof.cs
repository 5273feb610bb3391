using Ingestion.Publish.Subscriptions.Access;
using Ingestion.Publish.Subscriptions.Api;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions;

/// <summary>Who got which version of an article, and who has acknowledged its withdrawal.</summary>
internal sealed class DeliveryProof(ISubscriptionStore subscriptions, IDeliveryStore deliveries)
{
    /// <summary>Everyone the caller may see who was to get any version.</summary>
    public async Task<IReadOnlyList<RecipientContent>> ReadAsync(string articleId, SubscriptionCaller caller, CancellationToken cancellationToken)
    {
        var made = (await deliveries.ListByArticleAsync(articleId, cancellationToken)).Where(delivery => caller.Owns(delivery.SubscriberId))
            .GroupBy(delivery => delivery.SubscriptionId).ToList();
        var known = await subscriptions.FindAllAsync([.. made.Select(group => group.Key)], cancellationToken);
        return [.. made.Select(group => Of([.. group], known.GetValueOrDefault(group.Key)))];
    }

    private static RecipientContent Of(IReadOnlyList<Delivery> deliveries, Subscription? subscription) => new(
        deliveries[0].SubscriptionId,
        deliveries[0].SubscriberId,
        subscription?.Endpoint,
        deliveries.LastOrDefault(delivery => delivery.DeliveredAt is not null)?.Version,
        deliveries.LastOrDefault(delivery => delivery.Kind == ChangeKind.Withdrawal)?.State switch
        {
            null => null,
            DeliveryState.Delivered => "acknowledged",
            DeliveryState.Pending => "outstanding",
            _ => "failed",
        },
        [.. deliveries.Select(DeliveryContent.From)]);
}
