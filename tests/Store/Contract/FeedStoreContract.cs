using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IFeedStore"/> promises.</summary>
public abstract class FeedStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private IFeedStore Feeds => Store.Feeds;

    [Fact]
    public async Task What_was_saved_is_found_to_the_last_property()
    {
        Assert.Equal(WriteOutcome.Written, await Feeds.SaveAsync(Full("a"), Token));

        AssertRecord.Equal(Full("a") with { Lease = 1 }, await Feeds.FindAsync("a", Token));
        Assert.Null(await Feeds.FindAsync("b", Token));
    }

    [Fact]
    public async Task A_bare_feed_stays_bare()
    {
        await Feeds.SaveAsync(Bare("a", null), Token);

        AssertRecord.Equal(Bare("a", null) with { Lease = 1 }, await Feeds.FindAsync("a", Token));
    }

    [Fact]
    public async Task Of_two_writers_of_a_revision_one_wins()
    {
        await Feeds.SaveAsync(Bare("a"), Token);
        var read = (await Feeds.FindAsync("a", Token))! with { Revision = 2 };

        Assert.Equal(WriteOutcome.Stale, await Feeds.SaveAsync(Bare("a"), Token));
        Assert.Equal(WriteOutcome.Written, await Feeds.SaveAsync(read, Token));
        Assert.Equal(WriteOutcome.Stale, await Feeds.SaveAsync(read, Token));
    }

    [Fact]
    public async Task Settings_are_not_written_over_a_poll_that_they_have_not_seen()
    {
        await Feeds.SaveAsync(Bare("a"), Token);
        var read = (await Feeds.FindAsync("a", Token))! with { Revision = 2 };
        var claimed = Assert.Single(await Feeds.ClaimDueAsync(1, Now, Lease, Token));
        await Feeds.FinishAsync(claimed with { Polls = new FeedPolls { Articles = 3 } }, Token);

        Assert.Equal(WriteOutcome.Stale, await Feeds.SaveAsync(read, Token));
        Assert.Equal(3, (await Feeds.FindAsync("a", Token))!.Polls.Articles);
    }

    [Fact]
    public async Task A_poll_of_settings_that_have_changed_is_stale()
    {
        await Feeds.SaveAsync(Bare("a"), Token);
        var claimed = Assert.Single(await Feeds.ClaimDueAsync(1, Now, Lease, Token));
        var changed = claimed with { Revision = 2, Settings = new FeedSettings { Url = "https://new.example/feed" } };
        await Feeds.SaveAsync(changed, Token);

        Assert.Equal(WriteOutcome.Stale, await Feeds.FinishAsync(claimed, Token));
        Assert.Equal("https://new.example/feed", (await Feeds.FindAsync("a", Token))!.Settings.Url);
    }

    [Fact]
    public async Task What_is_due_is_claimed_the_longest_due_first()
    {
        await Feeds.SaveAsync(Bare("late", Now.AddSeconds(1)), Token);
        await Feeds.SaveAsync(Bare("b", Now), Token);
        await Feeds.SaveAsync(Bare("a", Now.AddHours(-1)), Token);
        await Feeds.SaveAsync(Bare("paused", null), Token);

        var claimed = await Feeds.ClaimDueAsync(10, Now, Lease, Token);

        Assert.Equal(["a", "b"], claimed.Select(f => f.SourceId).Order());
        Assert.All(claimed, f => Assert.Equal(Now + Lease, f.DueAt));
        Assert.Empty(await Feeds.ClaimDueAsync(10, Now, Lease, Token));
        Assert.Equal("late", Assert.Single(await Feeds.ClaimDueAsync(10, Now.AddSeconds(1), Lease, Token)).SourceId);
    }

    [Fact]
    public async Task The_limit_takes_those_that_wait_longest()
    {
        for (var i = 0; i < 6; i++) await Feeds.SaveAsync(Bare($"{i}", Now.AddMinutes(-i)), Token);

        Assert.Equal(["4", "5"], (await Feeds.ClaimDueAsync(2, Now, Lease, Token)).Select(f => f.SourceId).Order());
        Assert.Equal(["2", "3"], (await Feeds.ClaimDueAsync(2, Now, Lease, Token)).Select(f => f.SourceId).Order());
    }

    [Fact]
    public async Task Many_claimers_share_the_feeds_and_no_two_get_the_same()
    {
        await using var other = await Fixture.OpenAsync();
        for (var i = 0; i < 60; i++) await Feeds.SaveAsync(Bare($"{i:00}"), Token);

        var claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            (i % 2 == 0 ? Feeds : other.Feeds).ClaimDueAsync(10, Now, Lease, Token)));

        var ids = claims.SelectMany(claim => claim).Select(f => f.SourceId).ToList();
        Assert.Equal(60, ids.Count);
        Assert.Equal(60, ids.Distinct().Count());
    }

    [Fact]
    public async Task After_its_lease_a_feed_is_anothers_and_the_late_result_is_stale()
    {
        await Feeds.SaveAsync(Bare("a"), Token);
        var first = Assert.Single(await Feeds.ClaimDueAsync(1, Now, Lease, Token));
        var second = Assert.Single(await Feeds.ClaimDueAsync(1, Now + Lease, Lease, Token));

        Assert.Equal(WriteOutcome.Stale, await Feeds.FinishAsync(first with { DueAt = Now.AddHours(9) }, Token));
        Assert.Equal(WriteOutcome.Written, await Feeds.FinishAsync(second with { DueAt = Now.AddHours(1), Polls = Full("a").Polls }, Token));

        AssertRecord.Equal(second with { DueAt = Now.AddHours(1), Polls = Full("a").Polls }, await Feeds.FindAsync("a", Token));
    }

    [Fact]
    public async Task What_was_deleted_is_polled_no_more()
    {
        await Feeds.SaveAsync(Bare("a"), Token);
        var claimed = Assert.Single(await Feeds.ClaimDueAsync(1, Now, Lease, Token));

        Assert.True(await Feeds.DeleteAsync("a", Token));
        Assert.False(await Feeds.DeleteAsync("a", Token));
        Assert.Equal(WriteOutcome.Stale, await Feeds.FinishAsync(claimed, Token));
        Assert.Null(await Feeds.FindAsync("a", Token));
    }

    [Fact]
    public async Task Feeds_are_listed_page_by_page_in_ordinal_order()
    {
        foreach (var id in new[] { "b", "B", "a", "é" }) await Feeds.SaveAsync(Bare(id), Token);

        var first = await Feeds.ListAsync(null, 3, Token);
        var second = await Feeds.ListAsync(first[^1].SourceId, 3, Token);

        Assert.Equal(["B", "a", "b"], first.Select(f => f.SourceId));
        Assert.Equal("é", Assert.Single(second).SourceId);
    }

    private static PolledFeed Bare(string sourceId) => Bare(sourceId, Now);

    private static PolledFeed Bare(string sourceId, DateTimeOffset? dueAt) => new()
    {
        SourceId = sourceId,
        Settings = new FeedSettings { Url = "https://news.example/feed" },
        Revision = 1,
        CreatedAt = Now,
        UpdatedAt = Now,
        DueAt = dueAt,
    };

    private static PolledFeed Full(string sourceId) => Bare(sourceId) with
    {
        Settings = new FeedSettings
        {
            Url = "https://news.example/feed?a=例",
            FullText = FullText.Always,
            MinInterval = TimeSpan.FromMinutes(15),
            IsPaused = true,
        },
        Polls = new FeedPolls
        {
            Title = "News, 例",
            ETag = "\"a\"",
            LastModified = "Tue, 24 Nov 2026 10:00:00 GMT",
            Entries = [new SeenEntry("k1", "https://news.example/1", "h1"), new SeenEntry(null, null, "h2")],
            Arrivals = [Now.AddDays(-1), Now],
            LastPolledAt = Now,
            LastStatus = 200,
            LastArticles = 2,
            Articles = 40,
            Failures = 1,
            LastError = "news.example answered 500.",
            Stopped = "It failed.",
            QuietSince = Now.AddDays(-9),
            Move = new FeedMove("https://new.example/feed", 3, Now.AddDays(-2)),
            Hub = new HubSubscription
            {
                HubUrl = "https://hub.example/",
                Topic = "https://news.example/feed",
                Key = "key",
                Secret = "secret",
                AskedAt = Now,
                EndsAt = Now.AddDays(10),
                PushedAt = Now.AddHours(1),
                Error = "The hub answered 500.",
            },
        },
    };
}
