using Ingestion.Storage;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISubscriptionStore"/> promises.</summary>
public abstract class SubscriptionStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private ISubscriptionStore Subscriptions => Store.Subscriptions;

    [Fact]
    public async Task What_was_added_is_found_to_the_last_property()
    {
        AssertRecord.Equal(FullSubscription("sub_a"), await Subscriptions.AddAsync(FullSubscription("sub_a"), null, Token));

        AssertRecord.Equal(FullSubscription("sub_a"), await Subscriptions.FindAsync("sub_a", Token));
        Assert.Null(await Subscriptions.FindAsync("sub_b", Token));
    }

    [Fact]
    public async Task Several_are_found_at_once()
    {
        foreach (var id in new[] { "sub_a", "sub_b", "sub_c" }) await Subscriptions.AddAsync(FullSubscription(id), null, Token);

        var found = await Subscriptions.FindAllAsync(["sub_a", "sub_c", "sub_none"], Token);

        Assert.Equal(["sub_a", "sub_c"], found.Keys.Order());
        AssertRecord.Equal(FullSubscription("sub_c"), found["sub_c"]);
        Assert.Empty(await Subscriptions.FindAllAsync([], Token));
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        await Subscriptions.AddAsync(Subscription("sub_a"), null, Token);

        Assert.Null(await Subscriptions.AddAsync(Subscription("sub_a"), null, Token));
    }

    [Fact]
    public async Task It_starts_after_the_last_change()
    {
        await Store.Articles.PublishAsync(Publication("1"), Token);
        await Store.Articles.PublishAsync(Publication("2"), Token);

        Assert.Equal(2, (await Subscriptions.AddAsync(Subscription("sub_a"), null, Token))!.StartsAfter);
    }

    [Fact]
    public async Task It_remembers_the_past_that_is_wanted()
    {
        await Store.Articles.PublishAsync(Publication("1"), Token);
        await Store.Articles.PublishAsync(Publication("2"), Token);
        await Subscriptions.AddAsync(Subscription("sub_some"), 1, Token);
        await Subscriptions.AddAsync(Subscription("sub_none"), 2, Token);
        await Subscriptions.AddAsync(Subscription("sub_now"), null, Token);

        AssertRecord.Equal(
            new Dispatch { SubscriptionId = "sub_some", BackfillAfter = 1, BackfillUntil = 2 },
            await Store.Dispatches.FindAsync("sub_some", Token));
        Assert.Null((await Store.Dispatches.FindAsync("sub_none", Token))!.BackfillAfter);
        Assert.Null((await Store.Dispatches.FindAsync("sub_now", Token))!.BackfillAfter);
    }

    [Fact]
    public async Task Of_two_writers_of_a_revision_one_wins()
    {
        var added = (await Subscriptions.AddAsync(Subscription("sub_a"), null, Token))!;
        var paused = added with { Revision = 2, State = SubscriptionState.Paused };

        Assert.Equal(WriteOutcome.Written, await Subscriptions.SaveAsync(paused, Token));
        Assert.Equal(WriteOutcome.Stale, await Subscriptions.SaveAsync(paused, Token));
        AssertRecord.Equal(paused, await Subscriptions.FindAsync("sub_a", Token));
    }

    [Fact]
    public async Task They_are_listed_for_everybody_or_for_one()
    {
        await Subscriptions.AddAsync(Subscription("sub_c", subscriberId: "x"), null, Token);
        await Subscriptions.AddAsync(Subscription("sub_a", subscriberId: "x"), null, Token);
        await Subscriptions.AddAsync(Subscription("sub_b"), null, Token);

        Assert.Equal(["sub_a", "sub_b"], (await Subscriptions.ListAsync(null, null, 2, Token)).Select(s => s.Id));
        Assert.Equal(["sub_c"], (await Subscriptions.ListAsync("x", "sub_a", 2, Token)).Select(s => s.Id));
    }

    [Fact]
    public async Task A_deleted_one_leaves_its_deliveries_as_proof()
    {
        await Subscriptions.AddAsync(Subscription("sub_a"), null, Token);
        await Store.Articles.PublishAsync(Publication("1"), Token);

        Assert.True(await Subscriptions.DeleteAsync("sub_a", Token));

        Assert.False(await Subscriptions.DeleteAsync("sub_a", Token));
        Assert.Null(await Subscriptions.FindAsync("sub_a", Token));
        Assert.Null(await Store.Dispatches.FindAsync("sub_a", Token));
        var delivery = Assert.Single(await Store.Deliveries.ListByArticleAsync(Id("1"), Token));
        Assert.Equal((DeliveryState.Skipped, null), (delivery.State, delivery.DueAt));
        await Store.Articles.PublishAsync(Publication("2"), Token);
        Assert.Empty(await Store.Deliveries.ListByArticleAsync(Id("2"), Token));
    }

    [Fact]
    public async Task Nothing_published_meanwhile_passes_a_new_one_by()
    {
        // Another process publishes while subscriptions are added: each must be sent exactly what comes after its start.
        await using var other = await Fixture.OpenAsync();
        var publishing = Task.WhenAll(Enumerable.Range(0, 60).Select(i => other.Articles.PublishAsync(Publication($"p{i}"), Token)));
        var added = new List<Subscription>();
        for (var i = 0; i < 5; i++) added.Add((await Subscriptions.AddAsync(Subscription($"sub_{i}"), null, Token))!);
        await publishing;

        foreach (var subscription in added)
        {
            var deliveries = await Store.Deliveries.ListAsync(new DeliveryQuery { SubscriptionId = subscription.Id, Limit = 100 }, Token);
            Assert.Equal(
                Enumerable.Range(1, 60).Select(s => (long)s).Where(s => s > subscription.StartsAfter),
                deliveries.Select(d => d.Sequence).Reverse());
        }
    }
}
