namespace Ingestion.Publish.Subscriptions.Access;

/// <summary>Who manages subscriptions: the operator, who sees all of them, or a subscriber, who sees its own.</summary>
/// <param name="SubscriberId">The subscriber; null for the operator.</param>
internal sealed record SubscriptionCaller(string? SubscriberId)
{
    /// <summary>Whether it is the operator.</summary>
    public bool IsOperator => SubscriberId is null;

    /// <summary>Whether what belongs to a subscriber is the caller's to see and change.</summary>
    public bool Owns(string? subscriberId) => IsOperator || subscriberId == SubscriberId;

    /// <summary>The caller of a request that <see cref="SubscriberAccess"/> let through.</summary>
    public static SubscriptionCaller Of(HttpContext http) => (SubscriptionCaller)http.Items[typeof(SubscriptionCaller)]!;

    /// <summary>Says who calls.</summary>
    public void Attach(HttpContext http) => http.Items[typeof(SubscriptionCaller)] = this;
}
