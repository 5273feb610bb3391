using Ingestion.Hosting;
using Ingestion.Publish.Deliveries.Signing;
using Ingestion.Storage.Subscriptions;

namespace Ingestion.Publish.Subscriptions.Api;

/// <summary>What a subscription is made or changed with.</summary>
internal sealed record SubscriptionBody
{
    private const int MaxNameLength = 200;
    private const int MaxUrlLength = 2_000;
    private const int MaxFilterEntries = 100;
    private const int MaxEntryLength = 200;

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>The http or https URL that is posted to.</summary>
    public required string Endpoint { get; init; }

    /// <summary>json (the default), ninjs, cloudEvent, cloudEventBinary, html or text.</summary>
    public DeliveryFormat Format { get; init; }

    /// <summary>v1 for an HMAC (the default), v1a for Ed25519. Fixed once the subscription is made.</summary>
    public string? Signature { get; init; }

    /// <summary>A secret of your own for v1, "whsec_" and base64 of 24 to 64 bytes; one is made unless you bring one.</summary>
    public string? Secret { get; init; }

    /// <summary>Which articles and changes it takes; all unless told otherwise.</summary>
    public SubscriptionFilter Filter { get; init; } = new();

    /// <summary>How much may be sent to it at a time.</summary>
    public DeliveryLimits Limits { get; init; } = new();

    /// <summary>From when on: now (the default), beginning, or an ISO 8601 instant. Counts when the subscription is made.</summary>
    public string? Start { get; init; }

    /// <summary>The subscriber whose it is. For the operator; a subscriber's own are its own.</summary>
    public string? Subscriber { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public Dictionary<string, string[]> Validate()
    {
        var errors = new Dictionary<string, string[]>();
        if (Name?.Length > MaxNameLength) errors["name"] = [$"It has {Name.Length} characters; {MaxNameLength} are allowed."];
        if (EndpointError(Endpoint) is { } error) errors["endpoint"] = [error];
        if (Format is > DeliveryFormat.Text)
            errors["format"] = [$"'{Format}' is a format of WebSub: one of json, ninjs, cloudEvent, cloudEventBinary, html, text."];
        if (Signature is not (null or "v1" or "v1a")) errors["signature"] = [$"'{Signature}' is not known: one of v1, v1a."];
        if (Secret is not null && (Signature == "v1a" || !WebhookSecret.IsWellFormed(Secret)))
            errors["secret"] = ["It has to be whsec_ and the base64 of 24 to 64 bytes, and is for v1 only."];
        if (Limits.Concurrency is < 1 or > DeliveryLimits.MaxConcurrency)
            errors["limits.concurrency"] = [$"{Limits.Concurrency} is not allowed: 1 to {DeliveryLimits.MaxConcurrency}."];
        if (Limits.PerSecond is < 1 or > 10_000) errors["limits.perSecond"] = [$"{Limits.PerSecond} is not allowed: 1 to 10000, or nothing for no limit."];
        if (Start is not (null or "now" or "beginning") && StartInstant() is null)
            errors["start"] = [$"'{Start}' is not known: now, beginning, or an ISO 8601 instant such as 2026-03-14T08:30:00Z."];
        foreach (var (name, list) in Lists())
        {
            if (list.Count > MaxFilterEntries) errors[$"filter.{name}"] = [$"It has {list.Count} entries; {MaxFilterEntries} are allowed."];
            else if (list.Any(entry => entry is null || entry.Length is 0 or > MaxEntryLength))
                errors[$"filter.{name}"] = [$"Every entry has to have 1 to {MaxEntryLength} characters."];
        }
        return errors;
    }

    /// <summary>The instant to start from, if one is named.</summary>
    public DateTimeOffset? StartInstant() => IsoInstant.Parse(Start);

    /// <summary>Why this is no endpoint; null if it is one.</summary>
    public static string? EndpointError(string endpoint)
    {
        if (endpoint.Length == 0) return "It is empty: the absolute http or https URL that is posted to, such as https://site.example/hook.";
        if (endpoint.Length > MaxUrlLength) return $"It has {endpoint.Length} characters; {MaxUrlLength} are allowed.";
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            return $"'{endpoint}' is not an absolute http or https URL.";
        if (url.UserInfo.Length > 0) return "A name or password in the URL is not taken: check the signature instead.";
        return null;
    }

    private IEnumerable<(string Name, IReadOnlyList<string> List)> Lists() =>
    [
        ("sources", Filter.Sources), ("languages", Filter.Languages), ("topics", Filter.Topics), ("keywords", Filter.Keywords),
        ("sections", Filter.Sections), ("clusters", Filter.Clusters),
    ];
}
