using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Fetching;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling;

/// <summary>Decides what a poll leaves behind and when the next one is due. Pure: no clock, no store, no network.</summary>
internal static class PollPlanner
{
    /// <summary>How often in a row, and for how long, a permanent redirect is seen before it is believed.</summary>
    private const int MovesToBelieve = 100;

    /// <summary>How often in the longest interval a feed is polled although its hub pushes.</summary>
    private const int PollsOfAPushedFeed = 4;

    private static readonly TimeSpan TimeToBelieve = TimeSpan.FromDays(7);

    /// <summary>Decides.</summary>
    /// <param name="feed">The feed as it was claimed.</param>
    /// <param name="answer">What the server answered.</param>
    /// <param name="reading">What was read; null unless there was a feed in the answer.</param>
    /// <param name="now">The time of the answer.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="spread">From 0 to 1: spreads feeds that would be polled at the same time.</param>
    public static PollPlan Plan(
        PolledFeed feed, FetchAnswer answer, FeedReading? reading, DateTimeOffset now, PollingOptions options, double spread)
    {
        var before = feed.Polls with { LastPolledAt = now, LastStatus = answer.Status, LastArticles = 0, Move = Move(feed.Polls.Move, answer, now) };
        var interval = AdaptiveInterval.Of(reading?.Arrivals ?? before.Arrivals, now, options);
        if (feed.Settings.MinInterval is { } own && own > interval) interval = own;
        switch (answer.Outcome)
        {
            case FetchOutcome.Gone:
                return Stop(before, "The feed is gone for good: its server answered 410.");
            case FetchOutcome.Refused:
                return Stop(before, answer.Error!);
            case FetchOutcome.Throttled:
                var throttled = before with { LastError = answer.Error };
                return new PollPlan(throttled, now + Longest(interval, answer.RetryAfter ?? AdaptiveInterval.Bounded(interval * 2, options)));
            case FetchOutcome.Fetched when reading is { Error: null }:
            case FetchOutcome.NotModified:
                return Succeed(feed, before, answer, reading, interval, now, options, spread);
            default:
                return Fail(before, reading?.Error ?? answer.Error!, answer.RetryAfter, interval, now, options);
        }
    }

    private static PollPlan Succeed(
        PolledFeed feed, FeedPolls before, FetchAnswer answer, FeedReading? reading, TimeSpan interval, DateTimeOffset now,
        PollingOptions options, double spread)
    {
        var arrivals = reading?.Arrivals ?? before.Arrivals;
        var polls = before with
        {
            Title = reading?.Title ?? before.Title,
            // A 304 may bring fresher validators, and need not bring any (RFC 9111, 3.2 and 4.3.4).
            ETag = answer.Validators.ETag ?? (answer.Outcome == FetchOutcome.NotModified ? before.ETag : null),
            LastModified = answer.Validators.LastModified ?? (answer.Outcome == FetchOutcome.NotModified ? before.LastModified : null),
            Entries = reading?.Entries ?? before.Entries,
            Arrivals = arrivals,
            LastArticles = reading?.Articles ?? 0,
            Articles = before.Articles + (reading?.Articles ?? 0),
            Failures = 0,
            LastError = null,
            QuietSince = QuietAlarm.Since(arrivals, now),
        };
        var schedule = reading?.Schedule ?? new FeedSchedule();
        var wait = AdaptiveInterval.Bounded(Longest(interval, schedule.Interval, answer.Freshness), options);
        if (feed.Settings.MinInterval > wait) wait = feed.Settings.MinInterval.Value;
        // A hub that has pushed will push again; polls only find what it missed.
        if (polls.Hub is { PushedAt: not null, EndsAt: { } end } && end > now) wait = Longest(wait, options.MaxInterval / PollsOfAPushedFeed);
        wait = Longest(wait * (1 + (0.1 * spread)), answer.RetryAfter);
        var movedTo = polls.Move is { } move && move.Times >= MovesToBelieve && now - move.Since >= TimeToBelieve ? move.Url : null;
        return new PollPlan(polls, SkippedTimes.After(now + wait, schedule)) { MovedTo = movedTo };
    }

    private static PollPlan Fail(
        FeedPolls before, string error, TimeSpan? retryAfter, TimeSpan interval, DateTimeOffset now, PollingOptions options)
    {
        var failed = before with { Failures = before.Failures + 1, LastError = error };
        if (failed.Failures >= options.MaxFailures)
            return Stop(failed, $"It failed {failed.Failures} times in a row, last: {error}");
        var wait = AdaptiveInterval.Bounded(interval * Math.Pow(2, Math.Min(failed.Failures, 20)), options);
        return new PollPlan(failed, now + Longest(wait, retryAfter));
    }

    private static PollPlan Stop(FeedPolls polls, string reason) => new(polls with { Stopped = reason, LastError = reason }, null);

    private static FeedMove? Move(FeedMove? before, FetchAnswer answer, DateTimeOffset now)
    {
        // What failed says nothing about where the feed lives.
        if (answer.Outcome is not (FetchOutcome.Fetched or FetchOutcome.NotModified)) return before;
        if (answer.MovedTo?.AbsoluteUri is not { } url) return null;
        return before?.Url == url ? before with { Times = before.Times + 1 } : new FeedMove(url, 1, now);
    }

    private static TimeSpan Longest(params ReadOnlySpan<TimeSpan?> waits)
    {
        var longest = TimeSpan.Zero;
        foreach (var wait in waits)
            if (wait > longest) longest = wait.Value;
        return longest;
    }
}

/// <summary>What a poll leaves behind.</summary>
/// <param name="Polls">The state.</param>
/// <param name="DueAt">When the next poll is due; null for never.</param>
internal sealed record PollPlan(FeedPolls Polls, DateTimeOffset? DueAt)
{
    /// <summary>The feed's new URL, if it is now believed that it has moved.</summary>
    public string? MovedTo { get; init; }
}

/// <summary>What was read from a feed's document.</summary>
internal sealed record FeedReading
{
    /// <summary>Why it is no feed; null if it is one.</summary>
    public string? Error { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>The entries taken so far, of this document and of those before; null to leave them.</summary>
    public IReadOnlyList<SeenEntry>? Entries { get; init; }

    /// <summary>When entries came, oldest first; null to leave them.</summary>
    public IReadOnlyList<DateTimeOffset>? Arrivals { get; init; }

    /// <summary>How many articles it brought.</summary>
    public int Articles { get; init; }

    /// <summary>How often it asks to be polled.</summary>
    public FeedSchedule? Schedule { get; init; }

    /// <summary>The hubs that the document names.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>What the document calls itself.</summary>
    public string? SelfLink { get; init; }
}
