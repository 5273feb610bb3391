using Ingestion.Publish.Deliveries.Signing;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Api;

/// <summary>A subscription as its owner reads it.</summary>
internal sealed record SubscriptionContent
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The subscriber whose it is; absent for the operator's own.</summary>
    public string? Subscriber { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>webhook or webSub.</summary>
    public required Transport Transport { get; init; }

    /// <summary>The URL that is posted to.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What the body is.</summary>
    public required DeliveryFormat Format { get; init; }

    /// <summary>The topic's URL, for a subscription by WebSub.</summary>
    public string? Topic { get; init; }

    /// <summary>v1 or v1a; absent for WebSub.</summary>
    public string? Signature { get; init; }

    /// <summary>The public key to check v1a with, whpk_ and base64.</summary>
    public string? PublicKey { get; init; }

    /// <summary>The secret to check v1 with. Only in the answer that made it, and in that of /secret.</summary>
    public string? Secret { get; init; }

    /// <summary>Which articles and changes it takes.</summary>
    public required SubscriptionFilter Filter { get; init; }

    /// <summary>How much may be sent to it at a time.</summary>
    public required DeliveryLimits Limits { get; init; }

    /// <summary>active, paused or disabled.</summary>
    public required SubscriptionState State { get; init; }

    /// <summary>Why, in words.</summary>
    public string? StateReason { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset StateChangedAt { get; init; }

    /// <summary>It is sent what changes after this place in the sequence, and what is backfilled.</summary>
    public required long StartsAfter { get; init; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How the sending stands.</summary>
    public DispatchContent? Sending { get; init; }

    /// <summary>How many deliveries are in each state; in the answer for one subscription.</summary>
    public IReadOnlyDictionary<string, long>? Deliveries { get; init; }

    public static SubscriptionContent From(
        Subscription subscription, Dispatch? dispatch = null, IReadOnlyDictionary<DeliveryState, long>? counts = null)
    {
        var newest = subscription.Transport == Transport.Webhook && subscription.Secrets is [var first, ..] ? first.Value : null;
        var isAsymmetric = newest is not null && WebhookSecret.IsAsymmetric(newest);
        return new SubscriptionContent
        {
            Id = subscription.Id,
            Subscriber = subscription.SubscriberId,
            Name = subscription.Name,
            Transport = subscription.Transport,
            Endpoint = subscription.Endpoint,
            Format = subscription.Format,
            Topic = subscription.Topic,
            Signature = newest is null ? null : isAsymmetric ? "v1a" : "v1",
            PublicKey = isAsymmetric ? WebhookSecret.PublicKey(newest!) : null,
            Filter = subscription.Filter,
            Limits = subscription.Limits,
            State = subscription.State,
            StateReason = subscription.StateReason,
            StateChangedAt = subscription.StateChangedAt,
            StartsAfter = subscription.StartsAfter,
            ExpiresAt = subscription.ExpiresAt,
            CreatedAt = subscription.CreatedAt,
            Sending = dispatch is null ? null : DispatchContent.From(dispatch),
            Deliveries = counts?.ToDictionary(count => count.Key.ToString().ToLowerInvariant(), count => count.Value),
        };
    }

    /// <summary>The same with its secret, where it is one that the receiver needs.</summary>
    public static SubscriptionContent WithSecret(Subscription subscription) => From(subscription) with
    {
        Secret = subscription.Secrets is [var newest, ..] && !WebhookSecret.IsAsymmetric(newest.Value) ? newest.Value : null,
    };
}

/// <summary>How the sending to a subscription stands.</summary>
/// <param name="FailingSince">When the first failure after the last success was.</param>
/// <param name="Failures">Attempts that failed since then.</param>
/// <param name="ThrottledUntil">Nothing is sent before.</param>
/// <param name="LastSuccessAt">When it last acknowledged.</param>
/// <param name="LastFailureAt">When it last failed.</param>
/// <param name="LastFailure">How, in words.</param>
/// <param name="BackfillAfter">Past changes are still to be sent after this place in the sequence.</param>
internal sealed record DispatchContent(
    DateTimeOffset? FailingSince, int Failures, DateTimeOffset? ThrottledUntil, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastFailureAt,
    string? LastFailure, long? BackfillAfter)
{
    public static DispatchContent From(Dispatch dispatch) => new(
        dispatch.FailingSince, dispatch.Failures, dispatch.ThrottledUntil, dispatch.LastSuccessAt, dispatch.LastFailureAt, dispatch.LastFailure,
        dispatch.BackfillAfter);
}

/// <summary>A page of subscriptions.</summary>
/// <param name="Items">The subscriptions, in order of their ids.</param>
/// <param name="Next">What to ask for next as <c>after</c>; absent on the last page.</param>
internal sealed record SubscriptionList(IReadOnlyList<SubscriptionContent> Items, string? Next);
