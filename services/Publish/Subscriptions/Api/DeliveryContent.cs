using Ingestion.Storage;
using Ingestion.Storage.Deliveries;

namespace Ingestion.Publish.Subscriptions.Api;

/// <summary>A delivery as its receiver knows it.</summary>
/// <param name="Id">What the receiver gets as webhook-id.</param>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Subscriber">The subscriber; absent for the operator's own.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">The version.</param>
/// <param name="Sequence">The change's place in the sequence.</param>
/// <param name="Kind">What kind of change it is to this subscription.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="State">pending, delivered, failed or skipped.</param>
/// <param name="DueAt">When the next attempt is due.</param>
/// <param name="Attempt">Attempts of the present schedule so far.</param>
/// <param name="DeliveredAt">When it was acknowledged.</param>
/// <param name="Attempts">The log, oldest first; in the answer for one delivery.</param>
internal sealed record DeliveryContent(
    string Id, string SubscriptionId, string? Subscriber, string ArticleId, int Version, long Sequence, ChangeKind Kind, DateTimeOffset CreatedAt,
    DeliveryState State, DateTimeOffset? DueAt, int Attempt, DateTimeOffset? DeliveredAt, IReadOnlyList<AttemptContent>? Attempts)
{
    public static DeliveryContent From(Delivery delivery) => new(
        delivery.Id, delivery.SubscriptionId, delivery.SubscriberId, delivery.ArticleId, delivery.Version, delivery.Sequence, delivery.Kind,
        delivery.CreatedAt, delivery.State, delivery.DueAt, delivery.Attempt, delivery.DeliveredAt,
        delivery.Attempts.Count == 0 ? null : [.. delivery.Attempts.Select(AttemptContent.From)]);
}

/// <summary>One attempt.</summary>
/// <param name="At">When it began.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Status">The answer's status; absent if there was none.</param>
/// <param name="Error">Why there was no answer.</param>
/// <param name="Answer">The first 16 KiB of the answer's body.</param>
internal sealed record AttemptContent(DateTimeOffset At, double Milliseconds, int? Status, string? Error, string? Answer)
{
    public static AttemptContent From(DeliveryAttempt attempt) => new(attempt.At, attempt.Milliseconds, attempt.Status, attempt.Error, attempt.Answer);
}

/// <summary>A page of deliveries.</summary>
/// <param name="Items">The deliveries, newest change first.</param>
/// <param name="Next">What to ask for next as <c>before</c>; absent on the last page.</param>
internal sealed record DeliveryList(IReadOnlyList<DeliveryContent> Items, long? Next);

/// <summary>How many deliveries are sent again.</summary>
/// <param name="Recovered">The number.</param>
internal sealed record RecoverAnswer(long Recovered);

/// <summary>Who got what of an article: the proof.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Recipients">Everyone who was to get any version, with every delivery.</param>
internal sealed record ArticleDeliveries(string ArticleId, IReadOnlyList<RecipientContent> Recipients);

/// <summary>What a subscription got of an article.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Subscriber">The subscriber; absent for the operator's own.</param>
/// <param name="Endpoint">Where it is sent; absent if the subscription was deleted.</param>
/// <param name="LastAcknowledged">The last version that was acknowledged; absent if none was.</param>
/// <param name="Withdrawal">
/// acknowledged, outstanding (on its way), failed (all attempts failed, or the subscription is gone), or absent where the article was not
/// withdrawn.
/// </param>
/// <param name="Deliveries">Every delivery, in order.</param>
internal sealed record RecipientContent(
    string SubscriptionId, string? Subscriber, string? Endpoint, int? LastAcknowledged, string? Withdrawal, IReadOnlyList<DeliveryContent> Deliveries);
