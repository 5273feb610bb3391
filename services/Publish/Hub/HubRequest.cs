using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingestion.Publish.Subscriptions.Api;

namespace Ingestion.Publish.Hub;

/// <summary>What a subscriber asks of the hub (W3C WebSub, 5.1), checked.</summary>
/// <param name="Subscribes">Whether to subscribe; else to unsubscribe.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Callback">Where to send it.</param>
/// <param name="Lease">How long it holds.</param>
/// <param name="Secret">What to sign with; null if nothing.</param>
internal sealed record HubRequest(bool Subscribes, HubTopic Topic, string Callback, TimeSpan Lease, string? Secret)
{
    private const int SecretBytes = 200;

    private static readonly TimeSpan DefaultLease = TimeSpan.FromDays(10);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(30);

    /// <summary>The id of the subscription: the same for the same topic and callback, so that subscribing again renews it.</summary>
    public string SubscriptionId =>
        "hub_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Topic.Url}\n{Callback}")))[..20];

    /// <summary>The mode as it is written.</summary>
    public string Mode => Subscribes ? "subscribe" : "unsubscribe";

    /// <summary>Reads a request; null with what is wrong by field.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="root">Where the service is reached.</param>
    /// <param name="errors">What is wrong.</param>
    public static HubRequest? Read(IFormCollection form, Uri root, Dictionary<string, string[]> errors)
    {
        var mode = form["hub.mode"].ToString();
        if (mode is not ("subscribe" or "unsubscribe")) errors["hub.mode"] = [$"'{mode}' is not known: one of subscribe, unsubscribe."];
        var topic = HubTopic.Parse(form["hub.topic"].ToString(), root, out var topicError);
        if (topicError is not null) errors["hub.topic"] = [topicError];
        var callback = form["hub.callback"].ToString();
        if (SubscriptionBody.EndpointError(callback) is { } error) errors["hub.callback"] = [error];
        var secret = form["hub.secret"].ToString();
        if (Encoding.UTF8.GetByteCount(secret) >= SecretBytes) errors["hub.secret"] = [$"It has to have fewer than {SecretBytes} bytes."];
        var lease = ReadLease(form["hub.lease_seconds"].ToString(), errors);
        return errors.Count > 0 || topic is null
            ? null
            : new HubRequest(mode == "subscribe", topic, callback, lease, secret.Length == 0 ? null : secret);
    }

    private static TimeSpan ReadLease(string seconds, Dictionary<string, string[]> errors)
    {
        if (seconds.Length == 0) return DefaultLease;
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) || asked == 0)
        {
            errors["hub.lease_seconds"] = [$"'{seconds}' is no number of seconds."];
            return DefaultLease;
        }
        return TimeSpan.FromSeconds(Math.Clamp(asked, (long)ShortestLease.TotalSeconds, (long)LongestLease.TotalSeconds));
    }
}
