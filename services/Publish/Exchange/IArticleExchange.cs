using Ingestion.Publish.Deliveries.Bodies;

namespace Ingestion.Publish.Exchange;

/// <summary>Where changes are passed on to.</summary>
internal interface IArticleExchange
{
    /// <summary>Publishes in order; returns once all of them are safe there.</summary>
    Task PublishAsync(IReadOnlyList<ChangeEvent> changes, CancellationToken cancellationToken);
}
