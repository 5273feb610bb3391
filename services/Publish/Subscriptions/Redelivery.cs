using Ingestion.Hosting.Pipeline;
using Ingestion.Publish.Publishing;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;

namespace Ingestion.Publish.Subscriptions;

/// <summary>Sends deliveries again: with the same webhook-id, and a schedule of their own.</summary>
internal sealed class Redelivery(IDeliveryStore deliveries, IArticleStore articles, ChangeSignal signal, TimeProvider clock)
{
    /// <summary>Makes a delivery due again. Answers it, or why it is not: a title and a detail.</summary>
    public async Task<(Delivery? Again, string? Title, string? Detail)> RedeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.State == DeliveryState.Pending)
            return (null, "It is on its way", $"'{delivery.Id}' is due at {delivery.DueAt:yyyy-MM-dd'T'HH:mm:ss'Z'}.");
        if (delivery.Kind != ChangeKind.Withdrawal
            && await articles.FindVersionAsync(delivery.ArticleId, delivery.Version, cancellationToken) is not { IsTombstone: false })
            return (null, "It was withdrawn", $"What '{delivery.Id}' carried was withdrawn, and is no longer given out.");
        var again = delivery with
        {
            State = DeliveryState.Pending,
            DueAt = clock.GetUtcNow().ToWholeMilliseconds(),
            Attempt = 0,
            Revision = delivery.Revision + 1,
        };
        if (await deliveries.SaveAsync(again, cancellationToken) != WriteOutcome.Written)
            return (null, "Changed meanwhile", $"'{delivery.Id}' was changed by somebody else at the same time. Read it again, then repeat the request.");
        signal.Pulse();
        return (again, null, null);
    }

    /// <summary>Makes everything due again that failed since an instant; answers how many.</summary>
    public async Task<long> RecoverAsync(string subscriptionId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var recovered = await deliveries.RecoverAsync(subscriptionId, since, clock.GetUtcNow().ToWholeMilliseconds(), cancellationToken);
        signal.Pulse();
        return recovered;
    }
}
