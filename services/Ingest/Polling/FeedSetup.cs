using Ingestion.Storage;

namespace Ingestion.Ingest.Polling;

/// <summary>Sets a source's feed up.</summary>
internal static class FeedSetup
{
    /// <summary>Polls begin and end while somebody changes the settings: so often it is tried again.</summary>
    private const int MaxTries = 10;

    /// <summary>
    /// Writes the settings, and has the feed polled at once unless it is paused. Another URL is another feed: what the polls of
    /// the old one left does not hold for it, but for the entries that were taken.
    /// </summary>
    /// <returns>The feed as it was written; null if others wrote it again and again.</returns>
    public static async Task<PolledFeed?> SaveAsync(
        IFeedStore feeds, string sourceId, FeedSettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MaxTries; i++)
        {
            var current = await feeds.FindAsync(sourceId, cancellationToken);
            var feed = new PolledFeed
            {
                SourceId = sourceId,
                Settings = settings,
                Revision = (current?.Revision ?? 0) + 1,
                CreatedAt = current?.CreatedAt ?? now,
                UpdatedAt = now,
                DueAt = settings.IsPaused ? null : now,
                Lease = current?.Lease ?? 0,
                Polls = PollsAfter(current, settings),
            };
            if (await feeds.SaveAsync(feed, cancellationToken) == WriteOutcome.Written) return feed;
        }
        return null;
    }

    private static FeedPolls PollsAfter(PolledFeed? before, FeedSettings settings)
    {
        if (before is null) return new FeedPolls();
        var again = before.Polls with { Stopped = null, LastError = null, Failures = 0 };
        return before.Settings.Url == settings.Url ? again : new FeedPolls { Entries = again.Entries, Articles = again.Articles };
    }
}
