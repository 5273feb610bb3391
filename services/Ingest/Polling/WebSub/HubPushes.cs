using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Feeds;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling.WebSub;

/// <summary>Takes what hubs push: the feed's document, or the part of it that is new.</summary>
internal sealed class HubPushes(IFeedStore feeds, EntryIntake intake, TimeProvider clock, ILogger<HubPushes> logger)
{
    /// <summary>Takes it. What is not signed is dropped, and what is no feed.</summary>
    /// <exception cref="StoreUnavailableException">The store is down; the hub pushes again.</exception>
    public async Task TakeAsync(PolledFeed feed, byte[] body, string? contentType, string? signature, CancellationToken cancellationToken)
    {
        var hub = feed.Polls.Hub!;
        if (!HubSignature.IsValid(signature, body, hub.Secret))
        {
            logger.LogWarning("A push for {Source} is dropped: it is not signed with the subscription's secret", feed.SourceId);
            return;
        }
        try
        {
            var now = clock.GetUtcNow().ToWholeMilliseconds();
            var reading = await intake.TakeAsync(feed, FeedReader.Read(body, contentType, hub.Topic), now, cancellationToken);
            await HubState.UpdateAsync(feeds, feed.SourceId, hub.Key, polls => polls with
            {
                Entries = reading.Entries ?? polls.Entries,
                Arrivals = reading.Arrivals ?? polls.Arrivals,
                Articles = polls.Articles + reading.Articles,
                QuietSince = null,
                Hub = polls.Hub! with { PushedAt = now },
            }, cancellationToken);
            logger.LogInformation("The hub pushed {Articles} articles of {Source}", reading.Articles, feed.SourceId);
        }
        catch (FeedFormatException e)
        {
            logger.LogWarning("A push for {Source} is dropped: it is no feed. {Error}", feed.SourceId, e.Message);
        }
    }
}
