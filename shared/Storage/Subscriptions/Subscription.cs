namespace Ingestion.Storage.Subscriptions;

/// <summary>Where articles are sent, which ones, and how.</summary>
public sealed record Subscription
{
    /// <summary>The id, "sub_" and what is random.</summary>
    public required string Id { get; init; }

    /// <summary>The subscriber whose it is; null for the operator's own and for WebSub's.</summary>
    public string? SubscriberId { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>How it is sent.</summary>
    public Transport Transport { get; init; }

    /// <summary>The absolute URL that is posted to.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What the body is.</summary>
    public DeliveryFormat Format { get; init; }

    /// <summary>The topic's URL, for a subscription by WebSub.</summary>
    public string? Topic { get; init; }

    /// <summary>Which articles and changes it takes.</summary>
    public SubscriptionFilter Filter { get; init; } = new();

    /// <summary>Whether it is served.</summary>
    public SubscriptionState State { get; init; }

    /// <summary>Why it is in its state, in words; null while it is active.</summary>
    public string? StateReason { get; init; }

    /// <summary>When it came into its state, in whole milliseconds.</summary>
    public required DateTimeOffset StateChangedAt { get; init; }

    /// <summary>What deliveries are signed with, the newest first. Old ones count until they expire.</summary>
    public IReadOnlyList<SigningSecret> Secrets { get; init; } = [];

    /// <summary>How much may be sent to it.</summary>
    public DeliveryLimits Limits { get; init; } = new();

    /// <summary>It is sent what changes after this place in the sequence. Set when it is added.</summary>
    public long StartsAfter { get; init; }

    /// <summary>When it ends by itself (a lease of WebSub); null if never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Counted up from 1 with each write: a writer says which one it has seen.</summary>
    public required long Revision { get; init; }

    /// <summary>When it was set up, in whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last written, in whole milliseconds.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>How a subscription is served.</summary>
public enum Transport
{
    /// <summary>By signed webhooks, after Standard Webhooks.</summary>
    Webhook,

    /// <summary>By this hub, after W3C WebSub.</summary>
    WebSub,
}

/// <summary>What is posted.</summary>
public enum DeliveryFormat
{
    /// <summary>Our JSON: type, timestamp, data.</summary>
    Json,

    /// <summary>IPTC ninjs 3.</summary>
    Ninjs,

    /// <summary>A CloudEvent in structured mode.</summary>
    CloudEvent,

    /// <summary>A CloudEvent in binary mode: attributes as headers, our JSON as the body.</summary>
    CloudEventBinary,

    /// <summary>The body as HTML; what is known of it in the headers of a binary CloudEvent.</summary>
    Html,

    /// <summary>The body as text; what is known of it in the headers of a binary CloudEvent.</summary>
    Text,

    /// <summary>An Atom feed of what has changed.</summary>
    Atom,

    /// <summary>An RSS 2.0 feed of what has changed.</summary>
    Rss,

    /// <summary>A JSON Feed of what has changed.</summary>
    JsonFeed,
}

/// <summary>Whether a subscription is served.</summary>
public enum SubscriptionState
{
    /// <summary>It is.</summary>
    Active,

    /// <summary>Its owner has paused it. What happens meanwhile is kept for it.</summary>
    Paused,

    /// <summary>Its endpoint has failed for too long, or said that it is gone. What happens meanwhile is kept for it.</summary>
    Disabled,
}

/// <summary>How much may be sent to an endpoint.</summary>
public sealed record DeliveryLimits
{
    /// <summary>The most requests at a time that may be asked for.</summary>
    public const int MaxConcurrency = 64;

    /// <summary>Requests at a time.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Requests a second; null for no limit.</summary>
    public int? PerSecond { get; init; }
}

/// <summary>What deliveries are signed with.</summary>
/// <param name="Value">
/// "whsec_" and the base64 of the key of an HMAC, or "whsk_" and the base64 of an Ed25519 key (Standard Webhooks); for WebSub the
/// subscriber's own secret as it is. Kept as it is, since signing needs it.
/// </param>
/// <param name="CreatedAt">When it was made, in whole milliseconds.</param>
/// <param name="ExpiresAt">Until when it is used beside a newer one; null for the newest.</param>
public sealed record SigningSecret(string Value, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt);
