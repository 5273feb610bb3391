using System.Diagnostics;
using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Telemetry;
using Ingestion.Publish.Deliveries.Bodies;
using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Deliveries.Sending;

/// <summary>Makes one attempt of a delivery and writes down what became of it.</summary>
internal sealed class Sender(
    DeliveryBodies bodies, EndpointClient client, IDeliveryStore deliveries, DeliveryMetrics metrics, TimeProvider clock)
{
    private const int SaveTries = 3;

    private static readonly TimeSpan SavePause = TimeSpan.FromMilliseconds(200);

    /// <summary>Makes the attempt. What the endpoint does comes out as a result; only the store's failure throws.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="subscription">Where to.</param>
    /// <param name="mayBegin">Whether it may still be sent once its body has been found: the store may have taken its time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>What came of it; null if it may not be sent any more.</returns>
    /// <exception cref="StoreUnavailableException">The store is down before anything was sent.</exception>
    public async Task<AttemptResult?> AttemptAsync(
        Delivery delivery, Subscription subscription, Func<bool> mayBegin, CancellationToken cancellationToken)
    {
        using var activity = PipelineActivity.Start("deliver article", delivery.ArticleId, delivery.Version, delivery.TraceParent)
            ?.SetTag("delivery.id", delivery.Id).SetTag("delivery.attempt", delivery.Attempt + 1);
        var body = await bodies.FindAsync(delivery, subscription, cancellationToken);
        if (body is null)
            return new AttemptResult(new DeliveryAttempt(clock.GetUtcNow().ToWholeMilliseconds(), 0, null, null, null), AttemptVerdict.Void);
        if (!mayBegin()) return null;
        var result = await client.PostAsync(subscription, delivery.Id, body, cancellationToken);
        metrics.Attempted(result.Verdict, result.Log.Milliseconds);
        if (result.Verdict != AttemptVerdict.Acknowledged)
            activity?.SetStatus(ActivityStatusCode.Error, result.Log.Error ?? $"The endpoint answered {result.Log.Status}.");
        return result;
    }

    /// <summary>
    /// Writes what became of a delivery. If it was changed meanwhile (withdrawn, skipped, due anew), only the attempt is added, and
    /// that it was acknowledged: what has reached the endpoint has to be on record.
    /// </summary>
    public async Task RecordAsync(Delivery before, Delivery after, AttemptResult result, CancellationToken cancellationToken)
    {
        if (after.State == DeliveryState.Delivered) metrics.Delivered(after.DeliveredAt!.Value - before.CreatedAt);
        if (after.State == DeliveryState.Failed) metrics.Exhausted();
        for (var tries = 1; ; tries++)
        {
            try
            {
                while (await deliveries.SaveAsync(after, cancellationToken) == WriteOutcome.Stale)
                {
                    if (result.Verdict == AttemptVerdict.Void) return;
                    if (await deliveries.FindAsync(before.Id, cancellationToken) is not { } changed) return;
                    after = Merge(changed, result, after);
                }
                return;
            }
            catch (StoreUnavailableException) when (tries < SaveTries)
            {
                await Task.Delay(SavePause * tries, clock, cancellationToken);
            }
        }
    }

    private static Delivery Merge(Delivery changed, AttemptResult result, Delivery after)
    {
        var logged = changed with
        {
            Revision = changed.Revision + 1,
            Attempts = [.. changed.Attempts.Append(result.Log).TakeLast(Delivery.LoggedAttempts)],
        };
        return after.State == DeliveryState.Delivered && changed.State is (DeliveryState.Skipped or DeliveryState.Pending)
            ? logged with { State = DeliveryState.Delivered, DueAt = null, DeliveredAt = after.DeliveredAt }
            : logged;
    }
}
