using Ingestion.Hosting.Telemetry;
using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Formats.Feeds;
using Ingestion.Ingest.Push;
using Ingestion.Ingest.Submissions;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling;

/// <summary>Accepts what is new or changed in a feed's document.</summary>
internal sealed class EntryIntake(Intake intake, FullTextPages pages, ILogger<EntryIntake> logger)
{
    /// <summary>Takes the entries, the oldest first: feeds have the newest at the top.</summary>
    /// <exception cref="StoreUnavailableException">The store is down; what was taken stays taken, and the rest comes with the next poll.</exception>
    public async Task<FeedReading> TakeAsync(PolledFeed feed, Feed document, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var articles = EntryArticles.Of(document).ToList();
        var seen = new SeenEntries(feed.Polls.Entries, articles);
        var arrivals = new List<DateTimeOffset>();
        var taken = 0;
        foreach (var article in articles.AsEnumerable().Reverse().Select(seen.WithFirstId))
        {
            var news = seen.Meet(article);
            if (news != EntryNews.None && await TakeAsync(feed, article, cancellationToken)) taken++;
            if (news == EntryNews.New) arrivals.Add(Arrival(article, now));
        }
        return new FeedReading
        {
            Title = document.Title?.ToPlainText(),
            Entries = seen.ToRemember(),
            Arrivals = [.. feed.Polls.Arrivals.Concat(arrivals).Order().TakeLast(AdaptiveInterval.MaxArrivals)],
            Articles = taken,
            Schedule = document.Schedule,
            Hubs = document.Hubs,
            SelfLink = document.SelfLink,
        };
    }

    /// <summary>Accepts one; false if it was known or cannot be taken.</summary>
    private async Task<bool> TakeAsync(PolledFeed feed, IncomingArticle article, CancellationToken cancellationToken)
    {
        // A trace of its own, as every article has: it continues from here to the published write.
        using var span = PipelineActivity.StartRoot("take entry");
        var whole = await pages.CompleteAsync(article, feed.Settings.FullText, cancellationToken);
        var errors = new PushErrors();
        if (PushValidator.Check(whole, feed.SourceId, errors) is not { } item)
        {
            logger.LogWarning("An entry of {Source} cannot be taken: {Errors}", feed.SourceId, errors);
            return false;
        }
        return (await intake.AcceptAsync(item.Article, cancellationToken)).IsNew;
    }

    // What a feed says counts for how often it changes, unless it says the future or nothing.
    private static DateTimeOffset Arrival(IncomingArticle article, DateTimeOffset now) =>
        article.PublishedAt?.ToInstant() is { } published && published < now ? published : now;
}
