using System.Diagnostics;
using Ingestion.Publish.Feeds;
using Ingestion.Publish.Hub;
using Ingestion.Publish.Reading;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Ingestion.Publish.Deliveries.Bodies;

/// <summary>
/// The bodies of deliveries. Many subscriptions take the same change at the same time, so a body is kept for a few seconds, no longer:
/// what is withdrawn must not live on here.
/// </summary>
internal sealed class DeliveryBodies(IArticleStore articles, IOptions<SiteOptions> site, FeedHub hub, TimeProvider clock) : IDisposable
{
    private const long MaxBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxBytes, Clock = new CacheClock(clock) });

    /// <summary>The body of a delivery; null if what it would carry was withdrawn meanwhile.</summary>
    public async Task<DeliveryBody?> FindAsync(Delivery delivery, Subscription subscription, CancellationToken cancellationToken)
    {
        var key = (delivery.ArticleId, delivery.Version, delivery.Kind, subscription.Format, subscription.Topic);
        if (_cache.TryGetValue(key, out DeliveryBody? body)) return body;
        var published = await articles.FindVersionAsync(delivery.ArticleId, delivery.Version, cancellationToken);
        if (published is null || (published.IsTombstone && delivery.Kind != ChangeKind.Withdrawal)) return null;
        var change = ChangeEvent.Of(delivery, published);
        body = subscription.Topic is { } topic && HubTopic.Parse(topic, root: null, out _) is { } parsed
            ? FeedUpdate.Write(change.Published, parsed, site.Value.Name, hub)
            : Write(change, subscription.Format);
        return _cache.Set(key, body, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = body.Bytes.Length + 1 });
    }

    /// <summary>Writes a change in a format of webhooks.</summary>
    public static DeliveryBody Write(ChangeEvent change, DeliveryFormat format) => format switch
    {
        DeliveryFormat.Json => JsonEvent.Write(change),
        DeliveryFormat.Ninjs => NinjsEvent.Write(change),
        DeliveryFormat.CloudEvent => CloudEventBody.Structured(change),
        DeliveryFormat.CloudEventBinary => CloudEventBody.Binary(change),
        DeliveryFormat.Html => CloudEventBody.Html(change),
        DeliveryFormat.Text => CloudEventBody.Text(change),
        _ => throw new UnreachableException($"{format} is no format of a webhook."),
    };

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private sealed class CacheClock(TimeProvider clock) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }
}
