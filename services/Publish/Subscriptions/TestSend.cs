using System.Security.Cryptography;
using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Publish.Deliveries;
using Ingestion.Publish.Deliveries.Bodies;
using Ingestion.Publish.Deliveries.Sending;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions;

/// <summary>Sends an event of the type "test" once, signed as any other, and tells what came back. It is no delivery: nothing is kept.</summary>
internal sealed class TestSend(EndpointClient client, TimeProvider clock)
{
    /// <summary>Sends it.</summary>
    public Task<AttemptResult> SendAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var body = new DeliveryBody("application/json", JsonSerializer.SerializeToUtf8Bytes(
            new { type = "test", timestamp = clock.GetUtcNow(), data = new { subscriptionId = subscription.Id, message = "It works." } },
            IngestionJson.Options));
        return client.PostAsync(subscription, "test_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)), body, cancellationToken);
    }
}
