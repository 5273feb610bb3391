using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Fetching;
using Ingestion.Ingest.Polling.WebSub;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Polling;

/// <summary>One poll of one feed that this process has under its lease.</summary>
internal sealed class FeedPoller(
    IFeedStore feeds, ISourceStore sources, Fetcher fetcher, HostTurns turns, EntryIntake intake, HubSubscriber hubs, PollMetrics metrics,
    IOptions<PollingOptions> options, TimeProvider clock, ILogger<FeedPoller> logger)
{
    private const string Accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, "
        + "text/xml;q=0.8, */*;q=0.1";

    private static readonly TimeSpan LongestPatience = TimeSpan.FromSeconds(30);

    /// <summary>How long a feed waits for its host before it is put back: the poll itself needs the greater part of the lease.</summary>
    private TimeSpan Patience => options.Value.Lease / 3 < LongestPatience ? options.Value.Lease / 3 : LongestPatience;

    /// <summary>Polls it, and writes what the poll left.</summary>
    /// <exception cref="StoreUnavailableException">The store is down; the feed is polled again after its lease.</exception>
    public async Task PollAsync(PolledFeed feed, CancellationToken cancellationToken)
    {
        if (await sources.FindAsync(feed.SourceId, cancellationToken) is { Enabled: false })
        {
            await feeds.FinishAsync(feed with { DueAt = Now() + options.Value.MaxInterval }, cancellationToken);
            return;
        }
        if (await FetchAsync(feed, cancellationToken) is not { } answer) return;
        var reading = answer.Outcome == FetchOutcome.Fetched ? await ReadAsync(feed, answer, cancellationToken) : null;
        var plan = PollPlanner.Plan(feed, answer, reading, Now(), options.Value, Random.Shared.NextDouble());
        if (await FinishAsync(feed, answer, plan, cancellationToken) == WriteOutcome.Written)
            await hubs.KeepAsync(feed.SourceId, answer, reading, cancellationToken);
    }

    /// <summary>The answer; null if the host had no turn for it and the feed was put back.</summary>
    private async Task<FetchAnswer?> FetchAsync(PolledFeed feed, CancellationToken cancellationToken)
    {
        var url = new Uri(feed.Settings.Url);
        await using var turn = await turns.WaitAsync(url.Authority, Patience, cancellationToken);
        if (turn is null)
        {
            await feeds.FinishAsync(feed with { DueAt = Now() + Patience }, cancellationToken);
            return null;
        }
        // A server that answers 304 for ever looks like a feed that went quiet: ask such a one without condition.
        var validators = feed.Polls.QuietSince is null ? new Validators(feed.Polls.ETag, feed.Polls.LastModified) : default;
        return await fetcher.FetchAsync(new FetchRequest(url, Accept, options.Value.MaxFeedBytes, validators), cancellationToken);
    }

    private async Task<FeedReading> ReadAsync(PolledFeed feed, FetchAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            var document = FeedReader.Read(answer.Content, answer.ContentType, answer.Url.AbsoluteUri);
            return await intake.TakeAsync(feed, document, Now(), cancellationToken);
        }
        catch (FeedFormatException e)
        {
            return new FeedReading { Error = $"{answer.Url} is no feed. {e.Message}" };
        }
    }

    private async Task<WriteOutcome> FinishAsync(PolledFeed feed, FetchAnswer answer, PollPlan plan, CancellationToken cancellationToken)
    {
        var settings = plan.MovedTo is { } url ? feed.Settings with { Url = url } : feed.Settings;
        var outcome = await feeds.FinishAsync(
            feed with { Settings = settings, Polls = plan.Polls, DueAt = plan.DueAt?.ToWholeMilliseconds() }, cancellationToken);
        metrics.Polled(answer.Outcome, plan.Polls);
        if (outcome == WriteOutcome.Stale) logger.LogInformation("The feed of {Source} was changed or taken over while it was polled", feed.SourceId);
        else if (plan.Polls.Stopped is { } reason) logger.LogWarning("The feed of {Source} is no longer polled: {Reason}", feed.SourceId, reason);
        else if (plan.Polls.LastError is { } error) logger.LogWarning("The feed of {Source} failed: {Error}", feed.SourceId, error);
        else logger.LogInformation("Polled {Source}: {Articles} articles, next at {DueAt:u}", feed.SourceId, plan.Polls.LastArticles, plan.DueAt);
        if (plan.MovedTo is not null) logger.LogWarning("The feed of {Source} has moved for good to {Url}", feed.SourceId, plan.MovedTo);
        if (plan.Polls.QuietSince is { } since && feed.Polls.QuietSince is null)
            logger.LogWarning("The feed of {Source} is strangely quiet: nothing came since {Since:u}", feed.SourceId, since);
        return outcome;
    }

    private DateTimeOffset Now() => clock.GetUtcNow().ToWholeMilliseconds();
}
