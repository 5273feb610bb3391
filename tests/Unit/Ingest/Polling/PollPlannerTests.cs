using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Fetching;
using Ingestion.Ingest.Polling;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Polling;

public class PollPlannerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly PollingOptions Options = new();

    [Fact]
    public void A_feed_that_nothing_is_known_of_is_asked_again_after_the_default()
    {
        Assert.Equal(Options.DefaultInterval, Wait(Plan(Feed(), Answer(), new FeedReading { Arrivals = [] })));
    }

    [Theory]
    [InlineData(1, 24 * 60)] // once a week: the longest wait
    [InlineData(14, 12 * 60)]
    [InlineData(84, 2 * 60)]
    [InlineData(100_000, 5)] // all the time: the shortest
    public void A_feed_is_asked_as_often_as_something_comes(int aWeek, int minutes)
    {
        var arrivals = Enumerable.Range(0, AdaptiveInterval.MaxArrivals).Select(i => Now - (TimeSpan.FromDays(7) / aWeek * (i + 0.5))).Reverse().ToList();

        Assert.Equal(minutes, Wait(Plan(Feed(), Answer(), new FeedReading { Arrivals = arrivals })).TotalMinutes, 0.5 + (0.02 * minutes));
    }

    [Fact]
    public void The_longest_of_all_wishes_counts()
    {
        var often = Enumerable.Range(0, 60).Select(i => Now.AddMinutes(-i)).Reverse().ToList();
        FeedReading Reading(TimeSpan? ttl = null) => new() { Arrivals = often, Schedule = new FeedSchedule(ttl) };

        Assert.Equal(TimeSpan.FromMinutes(30), Wait(Plan(Feed(), Answer(), Reading(TimeSpan.FromMinutes(30)))));
        Assert.Equal(TimeSpan.FromMinutes(40), Wait(Plan(Feed(), Answer() with { Freshness = TimeSpan.FromMinutes(40) }, Reading(TimeSpan.FromMinutes(30)))));
        Assert.Equal(TimeSpan.FromMinutes(50), Wait(Plan(Feed(minInterval: TimeSpan.FromMinutes(50)), Answer(), Reading())));
        Assert.Equal(TimeSpan.FromHours(3), Wait(Plan(Feed(), Answer() with { RetryAfter = TimeSpan.FromHours(3) }, Reading())));
        Assert.Equal(Options.MaxInterval, Wait(Plan(Feed(), Answer(), Reading(TimeSpan.FromDays(300)))));
    }

    [Fact]
    public void Feeds_that_are_asked_at_the_same_time_spread()
    {
        var plan = PollPlanner.Plan(Feed(), Answer(), new FeedReading { Arrivals = [] }, Now, Options, spread: 1);

        Assert.Equal(Options.DefaultInterval * 1.1, plan.DueAt - Now);
    }

    [Fact]
    public void Failures_wait_longer_and_longer_until_it_stops_with_a_reason()
    {
        var feed = Feed();
        var waits = new List<TimeSpan>();
        PollPlan plan;
        do
        {
            plan = Plan(feed, Failed("news.example answered 500."), null);
            feed = feed with { Polls = plan.Polls };
            if (plan.DueAt is { } due) waits.Add(due - Now);
        }
        while (plan.DueAt is not null);

        Assert.Equal(Options.MaxFailures - 1, waits.Count);
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromHours(2), waits[0]);
        Assert.Equal(Options.MaxInterval, waits[^1]);
        Assert.Equal("It failed 10 times in a row, last: news.example answered 500.", plan.Polls.Stopped);
    }

    [Fact]
    public void A_success_forgets_the_failures()
    {
        var feed = Feed() with { Polls = new FeedPolls { Failures = 9, LastError = "it failed" } };

        var polls = Plan(feed, Answer() with { Outcome = FetchOutcome.NotModified, Status = 304 }, null).Polls;

        Assert.Equal((0, null), (polls.Failures, polls.LastError));
    }

    [Fact]
    public void What_is_gone_or_not_allowed_stops_at_once()
    {
        Assert.Contains("410", Stopped(Plan(Feed(), Failed("gone") with { Outcome = FetchOutcome.Gone, Status = 410 }, null)), StringComparison.Ordinal);
        Assert.Equal("not public", Stopped(Plan(Feed(), Failed("not public") with { Outcome = FetchOutcome.Refused }, null)));

        static string Stopped(PollPlan plan)
        {
            Assert.Null(plan.DueAt);
            return plan.Polls.Stopped!;
        }
    }

    [Fact]
    public void A_server_that_wants_fewer_requests_gets_fewer_and_that_is_no_failure()
    {
        var throttled = Failed("news.example answered 429.") with { Outcome = FetchOutcome.Throttled, Status = 429 };

        var asked = Plan(Feed(), throttled with { RetryAfter = TimeSpan.FromHours(5) }, null);
        var unasked = Plan(Feed(), throttled, null);

        Assert.Equal((TimeSpan.FromHours(5), 0), (Wait(asked), asked.Polls.Failures));
        Assert.Equal(Options.DefaultInterval * 2, Wait(unasked));
        Assert.NotNull(unasked.Polls.LastError);
    }

    [Fact]
    public void A_body_that_is_no_feed_is_a_failure()
    {
        var plan = Plan(Feed(), Answer(), new FeedReading { Error = "It is a web page." });

        Assert.Equal((1, "It is a web page."), (plan.Polls.Failures, plan.Polls.LastError));
    }

    [Fact]
    public void A_304_keeps_the_validators_and_takes_fresher_ones()
    {
        var feed = Feed() with { Polls = new FeedPolls { ETag = "a", LastModified = "yesterday" } };
        var answer = Answer() with { Outcome = FetchOutcome.NotModified, Status = 304, Validators = new Validators(null, "today") };

        var polls = Plan(feed, answer, null).Polls;

        Assert.Equal(("a", "today"), (polls.ETag, polls.LastModified));
        Assert.Null(Plan(feed, Answer(), new FeedReading()).Polls.ETag);
    }

    [Fact]
    public void A_permanent_redirect_is_believed_after_long_repetition_only()
    {
        var moved = Answer() with { MovedTo = new Uri("https://new.example/feed") };
        var feed = Feed();
        string? movedTo = null;
        var polls = 0;
        for (var now = Now; movedTo is null; now = now.AddHours(1))
        {
            var plan = PollPlanner.Plan(feed, moved, new FeedReading(), now, Options, 0);
            (feed, movedTo, polls) = (feed with { Polls = plan.Polls }, plan.MovedTo, polls + 1);
        }
        Assert.Equal("https://new.example/feed", movedTo);
        Assert.Equal(7 * 24 + 1, polls);

        // Once elsewhere, or not at all, and the count starts over; a failure says nothing.
        Assert.Equal(1, Plan(feed, moved with { MovedTo = new Uri("https://other.example/") }, new FeedReading()).Polls.Move!.Times);
        Assert.Null(Plan(feed, Answer(), new FeedReading()).Polls.Move);
        Assert.Equal(polls, Plan(feed, Failed("no answer"), null).Polls.Move!.Times);
    }

    [Fact]
    public void A_feed_that_goes_strangely_quiet_is_told()
    {
        var hourly = Enumerable.Range(0, 20).Select(i => Now.AddDays(-4).AddHours(-i)).Reverse().ToList();
        var monthly = Enumerable.Range(0, 20).Select(i => Now.AddDays(-40 - (30 * i))).Reverse().ToList();

        Assert.Equal(Now.AddDays(-4), Plan(Feed(), Answer(), new FeedReading { Arrivals = hourly }).Polls.QuietSince);
        Assert.Null(Plan(Feed(), Answer(), new FeedReading { Arrivals = monthly }).Polls.QuietSince);
        Assert.Null(Plan(Feed(), Answer(), new FeedReading { Arrivals = [.. hourly, Now.AddDays(-1)] }).Polls.QuietSince);
    }

    [Fact]
    public void Hours_and_days_that_a_feed_wants_skipped_are_skipped()
    {
        var schedule = new FeedSchedule(null, [11, 12, 13], [DayOfWeek.Wednesday]);
        var reading = new FeedReading { Arrivals = [], Schedule = schedule };

        Assert.Equal(Now.AddHours(4), Plan(Feed(), Answer(), reading).DueAt);
        Assert.Equal(
            new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero),
            PollPlanner.Plan(Feed(), Answer(), reading, Now.AddHours(13.5), Options, 0).DueAt);
        Assert.Equal(Now.AddHours(1), Plan(Feed(), Answer(), reading with { Schedule = new FeedSchedule(null, [.. Enumerable.Range(0, 24)]) }).DueAt);
    }

    private static PollPlan Plan(PolledFeed feed, FetchAnswer answer, FeedReading? reading) => PollPlanner.Plan(feed, answer, reading, Now, Options, 0);

    private static TimeSpan Wait(PollPlan plan) => plan.DueAt!.Value - Now;

    private static FetchAnswer Answer() => new() { Outcome = FetchOutcome.Fetched, Status = 200, Url = new Uri("https://news.example/feed") };

    private static FetchAnswer Failed(string error) => Answer() with { Outcome = FetchOutcome.Failed, Status = 500, Error = error };

    private static PolledFeed Feed(TimeSpan? minInterval = null) => new()
    {
        SourceId = "news",
        Settings = new FeedSettings { Url = "https://news.example/feed", MinInterval = minInterval },
        Revision = 1,
        CreatedAt = Now,
        UpdatedAt = Now,
    };
}
