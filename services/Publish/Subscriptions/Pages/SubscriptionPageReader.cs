using Ingestion.Publish.Pages;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Pages;

/// <summary>All that a subscription's page shows.</summary>
/// <param name="Subscription">The subscription.</param>
/// <param name="Dispatch">How its sending stands.</param>
/// <param name="Counts">Its deliveries by state.</param>
/// <param name="Deliveries">The last of them, with their logs.</param>
/// <param name="Articles">The versions that they carry, as far as they are there still.</param>
/// <param name="Next">Where older ones go on; null if there are none.</param>
/// <param name="Query">Which deliveries were asked for.</param>
/// <param name="Now">The present.</param>
internal sealed record SubscriptionPageContent(
    Subscription Subscription, Dispatch? Dispatch, IReadOnlyDictionary<DeliveryState, long> Counts, IReadOnlyList<Delivery> Deliveries,
    IReadOnlyList<PublishedArticle> Articles, long? Next, DeliveryQuery Query, DateTimeOffset Now)
{
    /// <summary>What the article of a delivery is called; its id where nothing of it is to be read any more.</summary>
    public string TitleOf(Delivery delivery) =>
        Articles.FirstOrDefault(article => article.ArticleId == delivery.ArticleId && article.Version == delivery.Version)?.Article is { } article
            ? ArticleTitle.Of(article)
            : $"Article {delivery.ArticleId}";
}

/// <summary>Reads it.</summary>
internal sealed class SubscriptionPageReader(
    ISubscriptionStore subscriptions, IDispatchStore dispatches, IDeliveryStore deliveries, IArticleStore articles, TimeProvider clock)
{
    private const int DeliveriesOnPage = 20;

    /// <summary>What the page shows; null if there is no such subscription.</summary>
    public async Task<SubscriptionPageContent?> ReadAsync(string id, DeliveryState? state, long? before, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(id, cancellationToken) is not { } subscription) return null;
        var query = new DeliveryQuery { SubscriptionId = id, State = state, Before = before, Limit = DeliveriesOnPage + 1, WithAttempts = true };
        var found = await deliveries.ListAsync(query, cancellationToken);
        var shown = found.Take(DeliveriesOnPage).ToList();
        return new SubscriptionPageContent(
            subscription,
            await dispatches.FindAsync(id, cancellationToken),
            (await deliveries.CountAsync([id], cancellationToken))[id],
            shown,
            await articles.FindVersionsAsync([.. shown.Select(delivery => (delivery.ArticleId, delivery.Version)).Distinct()], cancellationToken),
            found.Count > DeliveriesOnPage ? found[DeliveriesOnPage - 1].Sequence : null,
            query,
            clock.GetUtcNow());
    }
}
