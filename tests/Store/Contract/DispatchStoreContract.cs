using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IDispatchStore"/> promises.</summary>
public abstract class DispatchStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private IDispatchStore Dispatches => Store.Dispatches;

    [Fact]
    public async Task One_at_a_time_has_the_lease()
    {
        await Store.Subscriptions.AddAsync(Subscription("sub_a"), null, Token);

        var claimed = await ClaimAsync("one", Now);

        AssertRecord.Equal(new Dispatch { SubscriptionId = "sub_a", Owner = "one", LeaseUntil = Now + Lease }, claimed);
        Assert.Null(await ClaimAsync("two", Now.AddSeconds(59)));
        Assert.Equal("two", (await ClaimAsync("two", Now.AddSeconds(60)))!.Owner);
        Assert.Null(await Dispatches.ClaimAsync("sub_none", "one", Now, Now + Lease, Token));
    }

    [Fact]
    public async Task Of_many_that_claim_at_once_one_gets_it()
    {
        await Store.Subscriptions.AddAsync(Subscription("sub_a"), null, Token);
        await using var other = await Fixture.OpenAsync();

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? Store : other).Dispatches.ClaimAsync("sub_a", $"owner {i}", Now, Now + Lease, Token)));

        Assert.Single(claims, claim => claim is not null);
    }

    [Fact]
    public async Task How_it_stands_is_kept_under_the_lease_only()
    {
        await Store.Subscriptions.AddAsync(Subscription("sub_a"), null, Token);
        var mine = (await ClaimAsync("one", Now))! with
        {
            LeaseUntil = Now + (2 * Lease),
            BackfillAfter = 3,
            BackfillUntil = 5,
            ThrottledUntil = Now.AddMinutes(1),
            FailingSince = Now,
            Failures = 4,
            LastSuccessAt = Now.AddSeconds(-1),
            LastFailureAt = Now,
            LastFailure = "503",
        };

        Assert.True(await Dispatches.SaveAsync(mine, Token));
        AssertRecord.Equal(mine, await Dispatches.FindAsync("sub_a", Token));

        await ClaimAsync("two", Now.AddMinutes(5));
        Assert.False(await Dispatches.SaveAsync(mine with { LastFailure = "late" }, Token));
        Assert.Equal("503", (await Dispatches.FindAsync("sub_a", Token))!.LastFailure);
    }

    [Fact]
    public async Task Several_are_found_at_once()
    {
        foreach (var id in new[] { "sub_a", "sub_b", "sub_c" }) await Store.Subscriptions.AddAsync(Subscription(id), null, Token);
        var claimed = await ClaimAsync("one", Now);

        var found = await Dispatches.FindAllAsync(["sub_a", "sub_b", "sub_none"], Token);

        Assert.Equal(["sub_a", "sub_b"], found.Keys.Order());
        AssertRecord.Equal(claimed, found["sub_a"]);
        Assert.Empty(await Dispatches.FindAllAsync([], Token));
    }

    [Fact]
    public async Task What_is_active_free_and_has_something_to_send_is_due()
    {
        await Store.Articles.PublishAsync(Publication("0"), Token);
        await Store.Subscriptions.AddAsync(Subscription("sub_due"), null, Token);
        await Store.Subscriptions.AddAsync(Subscription("sub_past", new SubscriptionFilter { Sources = ["none"] }), 0, Token);
        await Store.Subscriptions.AddAsync(Subscription("sub_idle", new SubscriptionFilter { Sources = ["none"] }), null, Token);
        await Store.Subscriptions.AddAsync(Subscription("sub_paused") with { State = SubscriptionState.Paused }, null, Token);
        await Store.Articles.PublishAsync(Publication("1", at: Now), Token);

        Assert.Equal(["sub_due", "sub_past"], (await Dispatches.FindDueAsync("other", Now, Token)).Order());
        Assert.Equal(["sub_past"], await Dispatches.FindDueAsync("other", Now.AddMilliseconds(-1), Token));

        var claimed = (await Dispatches.ClaimAsync("sub_due", "one", Now, Now + Lease, Token))!;
        Assert.Equal(["sub_past"], await Dispatches.FindDueAsync("other", Now, Token));
        Assert.Equal(["sub_due", "sub_past"], (await Dispatches.FindDueAsync("one", Now, Token)).Order());

        await Dispatches.SaveAsync(claimed with { LeaseUntil = null, ThrottledUntil = Now.AddSeconds(5) }, Token);
        Assert.Equal(["sub_past"], await Dispatches.FindDueAsync("other", Now.AddSeconds(4), Token));
        Assert.Equal(["sub_due", "sub_past"], (await Dispatches.FindDueAsync("other", Now.AddSeconds(5), Token)).Order());
    }

    [Fact]
    public async Task Throttling_and_failures_can_be_forgotten()
    {
        await Store.Subscriptions.AddAsync(Subscription("sub_a"), null, Token);
        var claimed = (await ClaimAsync("one", Now))!;
        await Dispatches.SaveAsync(claimed with { ThrottledUntil = Now.AddMinutes(1), FailingSince = Now, LastFailure = "503" }, Token);

        await Dispatches.ResetAsync("sub_a", Token);
        await Dispatches.ResetAsync("sub_none", Token);

        AssertRecord.Equal(claimed with { LastFailure = "503" }, await Dispatches.FindAsync("sub_a", Token));
    }

    private Task<Dispatch?> ClaimAsync(string owner, DateTimeOffset now) => Dispatches.ClaimAsync("sub_a", owner, now, now + Lease, Token);
}
