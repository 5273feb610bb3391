using Ingestion.Storage;

namespace Ingestion.Ingest.Polling.WebSub;

/// <summary>Changes what is kept of a subscription, beside polls and others that write.</summary>
internal static class HubState
{
    private const int MaxTries = 10;

    /// <summary>Changes it; answers false if the feed has no subscription with this key, or others wrote it again and again.</summary>
    public static Task<bool> UpdateAsync(
        IFeedStore feeds, string sourceId, string key, Func<HubSubscription, HubSubscription> change, CancellationToken cancellationToken) =>
        UpdateAsync(feeds, sourceId, key, polls => polls with { Hub = change(polls.Hub!) }, cancellationToken);

    /// <summary>Changes what the polls left, of a feed whose subscription has this key.</summary>
    public static async Task<bool> UpdateAsync(
        IFeedStore feeds, string sourceId, string key, Func<FeedPolls, FeedPolls> change, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MaxTries; i++)
        {
            if (await feeds.FindAsync(sourceId, cancellationToken) is not { } feed || feed.Polls.Hub?.Key != key) return false;
            var changed = feed with { Revision = feed.Revision + 1, Polls = change(feed.Polls) };
            if (await feeds.SaveAsync(changed, cancellationToken) == WriteOutcome.Written) return true;
        }
        return false;
    }
}
