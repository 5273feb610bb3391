using System.Security.Cryptography;
using Ingestion.Hosting.Outbound;
using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Fetching;
using Ingestion.Storage;
using Microsoft.Extensions.Options;
using Microsoft.Security.AntiSSRF;

namespace Ingestion.Ingest.Polling.WebSub;

/// <summary>Subscribes at the hubs that feeds name, and renews before a subscription ends (W3C WebSub, 5.1).</summary>
internal sealed class HubSubscriber(
    IFeedStore feeds, IHttpClientFactory clients, IOptions<PollingOptions> options, TimeProvider clock, ILogger<HubSubscriber> logger)
{
    /// <summary>The lease that is asked for; the hub decides.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromDays(10);

    /// <summary>So long before its end a subscription is renewed.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(2);

    /// <summary>A hub that did not verify, or refused, is asked again after this.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(6);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>After a poll: subscribes or renews if it is time.</summary>
    public async Task KeepAsync(string sourceId, FetchAnswer answer, FeedReading? reading, CancellationToken cancellationToken)
    {
        if (options.Value.CallbackUrl is not { } callback || await feeds.FindAsync(sourceId, cancellationToken) is not { } feed) return;
        if (Wanted(feed, answer, reading) is not { } wanted) return;
        if (await feeds.SaveAsync(Next(feed, wanted), cancellationToken) != WriteOutcome.Written) return;
        var error = await AskAsync(wanted, HubCallback.UrlOf(callback, sourceId, wanted.Key), cancellationToken);
        if (error is null)
        {
            logger.LogInformation("Asked the hub {Hub} for the feed of {Source}", wanted.HubUrl, sourceId);
            return;
        }
        logger.LogWarning("The hub {Hub} does not take the subscription of {Source}, which is polled: {Error}", wanted.HubUrl, sourceId, error);
        await HubState.UpdateAsync(feeds, sourceId, wanted.Key, hub => hub with { Error = error }, cancellationToken);
    }

    /// <summary>The subscription to ask for; null if there is none, or it is not time.</summary>
    private HubSubscription? Wanted(PolledFeed feed, FetchAnswer answer, FeedReading? reading)
    {
        var now = clock.GetUtcNow().ToWholeMilliseconds();
        var current = feed.Polls.Hub;
        var hubUrl = LinkHeader.Find(answer.Links, "hub", answer.Url).Select(url => url.AbsoluteUri).Concat(reading?.Hubs ?? []).FirstOrDefault() ?? current?.HubUrl;
        if (hubUrl is null || !Uri.TryCreate(hubUrl, UriKind.Absolute, out var hub) || hub.Scheme is not ("http" or "https")) return null;
        var topic = LinkHeader.Find(answer.Links, "self", answer.Url).Select(url => url.AbsoluteUri).FirstOrDefault()
            ?? reading?.SelfLink ?? current?.Topic ?? feed.Settings.Url;
        if (current is null || current.HubUrl != hubUrl || current.Topic != topic)
            return new HubSubscription { HubUrl = hubUrl, Topic = topic, Key = Random(), Secret = Random(), AskedAt = now };
        var isEnding = current.EndsAt - now < RenewBefore;
        var isUnanswered = current.EndsAt is null || current.Error is not null;
        return (isEnding || isUnanswered) && now - current.AskedAt > AskAgainAfter ? current with { AskedAt = now, Error = null } : null;
    }

    private async Task<string?> AskAsync(HubSubscription subscription, Uri callback, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["hub.mode"] = "subscribe",
            ["hub.topic"] = subscription.Topic,
            ["hub.callback"] = callback.AbsoluteUri,
            ["hub.secret"] = subscription.Secret,
            ["hub.lease_seconds"] = $"{(int)Lease.TotalSeconds}",
        });
        using var deadline = new CancellationTokenSource(Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var answer = await clients.CreateClient(OutboundHttp.Client).PostAsync(new Uri(subscription.HubUrl), form, both.Token);
            return answer.IsSuccessStatusCode ? null : $"it answered {(int)answer.StatusCode} {answer.ReasonPhrase}";
        }
        catch (Exception e) when (e is HttpRequestException or IOException or AntiSSRFException or System.Net.Sockets.SocketException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return e.Message;
        }
    }

    private static PolledFeed Next(PolledFeed feed, HubSubscription hub) =>
        feed with { Revision = feed.Revision + 1, Polls = feed.Polls with { Hub = hub } };

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
}
