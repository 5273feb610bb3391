using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IDeliveryStore"/> promises.</summary>
public abstract class DeliveryStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private IDeliveryStore Deliveries => Store.Deliveries;

    [Fact]
    public async Task What_became_of_it_is_kept_to_the_last_property()
    {
        await Deliveries.AddAsync([Delivery(1)], Token);
        var saved = Delivery(1) with
        {
            State = DeliveryState.Delivered,
            DueAt = null,
            Attempt = 3,
            DeliveredAt = Now.AddSeconds(9),
            Revision = 2,
            Attempts =
            [
                new DeliveryAttempt(Now, 1.5, null, "The connection was refused.", null),
                new DeliveryAttempt(Now.AddSeconds(5), 0.1 + 0.2, 200, null, "好 \u0000 ok"),
            ],
        };

        Assert.Equal(WriteOutcome.Written, await Deliveries.SaveAsync(saved, Token));

        AssertRecord.Equal(saved, await Deliveries.FindAsync(saved.Id, Token));
        AssertRecord.Equal(saved with { Attempts = [] }, Assert.Single(await Deliveries.ListAsync(Query(), Token)));
        AssertRecord.Equal(saved, Assert.Single(await Deliveries.ListAsync(Query() with { WithAttempts = true }, Token)));
        Assert.Equal(WriteOutcome.Stale, await Deliveries.SaveAsync(saved, Token));
    }

    [Fact]
    public async Task Of_an_article_only_the_earliest_unfinished_change_is_due()
    {
        await Deliveries.AddAsync([Delivery(1, "a"), Delivery(2, "b"), Delivery(3, "a"), Delivery(4, "a")], Token);

        Assert.Equal([1, 2], await DueAsync());

        await FinishAsync(1, DeliveryState.Delivered);
        Assert.Equal([2, 3], await DueAsync());
        await FinishAsync(3, DeliveryState.Failed);
        Assert.Equal([2, 4], await DueAsync());
    }

    [Fact]
    public async Task What_waits_for_its_retry_holds_up_what_comes_after_it_and_nothing_else()
    {
        await Deliveries.AddAsync([Delivery(1, "a") with { DueAt = Now.AddHours(1) }, Delivery(2, "a"), Delivery(3, "b")], Token);

        Assert.Equal([3], await DueAsync());
        Assert.Equal([2, 3], await DueAsync(subscription: "sub_b", add: [Delivery(2, "a", "sub_b"), Delivery(3, "b", "sub_b")]));
        Assert.Equal([3, 1], await DueAsync(Now.AddHours(2)));
    }

    [Fact]
    public async Task What_is_held_up_does_not_hide_what_is_due()
    {
        var held = Enumerable.Range(2, 500).Select(i => Delivery(i, "a"));
        await Deliveries.AddAsync([Delivery(1, "a") with { DueAt = Now.AddHours(1) }, .. held, Delivery(1000, "b")], Token);

        Assert.Equal([1000], await DueAsync(limit: 10));
    }

    [Fact]
    public async Task The_longest_due_comes_first_and_not_too_many_at_once()
    {
        await Deliveries.AddAsync([Delivery(1, "a"), Delivery(2, "b") with { DueAt = Now.AddSeconds(-5) }, Delivery(3, "c")], Token);

        Assert.Equal([2, 1], await DueAsync(limit: 2));
        Assert.Empty(await DueAsync(Now.AddSeconds(-6)));
    }

    [Fact]
    public async Task What_is_there_is_not_added_again()
    {
        await Deliveries.AddAsync([Delivery(1)], Token);
        await FinishAsync(1, DeliveryState.Delivered);

        await Deliveries.AddAsync([Delivery(1), Delivery(2)], Token);

        Assert.Equal([2], await DueAsync());
        await Deliveries.AddAsync([], Token);
    }

    [Fact]
    public async Task They_are_listed_newest_first_page_by_page_and_by_state()
    {
        await Deliveries.AddAsync([Delivery(1, "a"), Delivery(2, "b"), Delivery(3, "c"), Delivery(4, "d", "sub_b")], Token);
        await FinishAsync(2, DeliveryState.Failed);

        Assert.Equal([3, 2], (await Deliveries.ListAsync(Query() with { Limit = 2 }, Token)).Select(d => d.Sequence));
        Assert.Equal([1], (await Deliveries.ListAsync(Query() with { Before = 2 }, Token)).Select(d => d.Sequence));
        Assert.Equal([2], (await Deliveries.ListAsync(Query() with { State = DeliveryState.Failed }, Token)).Select(d => d.Sequence));
    }

    [Fact]
    public async Task They_are_counted_by_subscription_and_state()
    {
        await Deliveries.AddAsync(
            [Delivery(1, "a"), Delivery(2, "b"), Delivery(3, "c"), Delivery(4, "d", "sub_b"), Delivery(5, "e", "sub_other")], Token);
        await FinishAsync(2, DeliveryState.Failed);

        var counts = await Deliveries.CountAsync(["sub_a", "sub_b", "sub_none", "sub_a"], Token);

        Assert.Equal(["sub_a", "sub_b", "sub_none"], counts.Keys.Order());
        Assert.Equal(new Dictionary<DeliveryState, long> { [DeliveryState.Pending] = 2, [DeliveryState.Failed] = 1 }, counts["sub_a"]);
        Assert.Equal(new Dictionary<DeliveryState, long> { [DeliveryState.Pending] = 1 }, counts["sub_b"]);
        Assert.Empty(counts["sub_none"]);
        Assert.Empty(await Deliveries.CountAsync([], Token));
    }

    [Fact]
    public async Task Failed_ones_are_recovered_unless_a_later_change_has_arrived()
    {
        await Deliveries.AddAsync(
            [
                Delivery(1, "old") with { CreatedAt = Now.AddDays(-2) }, Delivery(2, "a"), Delivery(3, "a"), Delivery(4, "b"),
                Delivery(5, "b"), Delivery(6, "c"), Delivery(7, "a", "sub_b"),
            ], Token);
        foreach (var sequence in new[] { 1, 2, 4, 5 }) await FinishAsync(sequence, DeliveryState.Failed);
        await FinishAsync(3, DeliveryState.Delivered);

        Assert.Equal(2, await Deliveries.RecoverAsync("sub_a", Now.AddDays(-1), Now, Token));

        Assert.Equal([4, 6], await DueAsync());
        var recovered = (await Deliveries.FindAsync("sub_a_4", Token))!;
        Assert.Equal((DeliveryState.Pending, 0), (recovered.State, recovered.Attempt));
        Assert.Equal(DeliveryState.Failed, (await Deliveries.FindAsync("sub_a_2", Token))!.State);
    }

    [Fact]
    public async Task Pending_ones_are_skipped_but_never_a_withdrawal()
    {
        await Deliveries.AddAsync(
            [Delivery(1, "a"), Delivery(2, "b") with { Kind = ChangeKind.Withdrawal }, Delivery(3, "c", "sub_b")], Token);

        Assert.Equal(1, await Deliveries.SkipPendingAsync("sub_a", Token));

        Assert.Equal([2], await DueAsync());
        Assert.Equal(DeliveryState.Skipped, (await Deliveries.FindAsync("sub_a_1", Token))!.State);
    }

    [Fact]
    public async Task What_waits_for_its_next_attempt_begins_anew_at_once()
    {
        await Deliveries.AddAsync(
            [
                Delivery(1, "a") with { DueAt = Now.AddHours(9), Attempt = 6 }, Delivery(2, "b"), Delivery(3, "c", "sub_b") with { Attempt = 1 },
                Delivery(4, "d"),
            ], Token);
        await FinishAsync(4, DeliveryState.Failed);

        Assert.Equal(1, await Deliveries.RestartPendingAsync("sub_a", Now, Token));

        Assert.Equal([1, 2], (await DueAsync()).Order());
        var restarted = (await Deliveries.FindAsync("sub_a_1", Token))!;
        AssertRecord.Equal(Delivery(1, "a") with { Revision = 2 }, restarted);
        Assert.Equal(1, (await Deliveries.FindAsync("sub_b_3", Token))!.Attempt);
        Assert.Equal(DeliveryState.Failed, (await Deliveries.FindAsync("sub_a_4", Token))!.State);
    }

    private static DeliveryQuery Query() => new() { SubscriptionId = "sub_a" };

    private static Delivery Delivery(long sequence, string key = "a", string subscription = "sub_a") => new()
    {
        Id = Storage.Deliveries.Delivery.IdOf(subscription, sequence),
        SubscriptionId = subscription,
        SubscriberId = "site",
        ArticleId = Id(key),
        Version = 1,
        Sequence = sequence,
        Kind = ChangeKind.New,
        CreatedAt = Now,
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        DueAt = Now,
    };

    private async Task FinishAsync(long sequence, DeliveryState state)
    {
        var delivery = (await Deliveries.FindAsync($"sub_a_{sequence}", Token))!;
        var outcome = await Deliveries.SaveAsync(
            delivery with { State = state, DueAt = null, Attempt = 10, Revision = delivery.Revision + 1 }, Token);
        Assert.Equal(WriteOutcome.Written, outcome);
    }

    private async Task<IEnumerable<long>> DueAsync(
        DateTimeOffset? now = null, int limit = 10, string subscription = "sub_a", IReadOnlyList<Delivery>? add = null)
    {
        if (add is not null) await Deliveries.AddAsync(add, Token);
        return (await Deliveries.ReadDueAsync(subscription, now ?? Now, limit, Token)).Select(d => d.Sequence);
    }
}
