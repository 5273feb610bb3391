using Ingestion.Storage;
using Ingestion.Storage.Subscriptions;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISubscriberStore"/> promises.</summary>
public abstract class SubscriberStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private ISubscriberStore Subscribers => Store.Subscribers;

    [Fact]
    public async Task What_was_saved_is_found_to_the_last_property()
    {
        Assert.Equal(WriteOutcome.Written, await Subscribers.SaveAsync(Subscriber("a", "h1", "h2"), Token));

        AssertRecord.Equal(Subscriber("a", "h1", "h2"), await Subscribers.FindAsync("a", Token));
        Assert.Null(await Subscribers.FindAsync("b", Token));
    }

    [Fact]
    public async Task A_token_finds_its_subscriber_until_it_is_taken_away()
    {
        await Subscribers.SaveAsync(Subscriber("a", "h1", "h2"), Token);
        await Subscribers.SaveAsync(Subscriber("b"), Token);

        Assert.Equal("a", (await Subscribers.FindByTokenAsync("h2", Token))!.Id);

        await Subscribers.SaveAsync(Subscriber("a", "h1") with { Revision = 2 }, Token);
        Assert.Null(await Subscribers.FindByTokenAsync("h2", Token));
        Assert.Equal("a", (await Subscribers.FindByTokenAsync("h1", Token))!.Id);
    }

    [Fact]
    public async Task Several_may_have_no_tokens()
    {
        Assert.Equal(WriteOutcome.Written, await Subscribers.SaveAsync(Subscriber("a"), Token));
        Assert.Equal(WriteOutcome.Written, await Subscribers.SaveAsync(Subscriber("b"), Token));
    }

    [Fact]
    public async Task Of_two_writers_of_a_revision_one_wins()
    {
        await Subscribers.SaveAsync(Subscriber("a"), Token);

        Assert.Equal(WriteOutcome.Stale, await Subscribers.SaveAsync(Subscriber("a"), Token));
        Assert.Equal(WriteOutcome.Written, await Subscribers.SaveAsync(Subscriber("a") with { Revision = 2 }, Token));
        Assert.Equal(WriteOutcome.Stale, await Subscribers.SaveAsync(Subscriber("a") with { Revision = 2 }, Token));
    }

    [Fact]
    public async Task A_deleted_one_is_gone_with_its_tokens()
    {
        await Subscribers.SaveAsync(Subscriber("a", "h1"), Token);

        Assert.True(await Subscribers.DeleteAsync("a", Token));
        Assert.False(await Subscribers.DeleteAsync("a", Token));
        Assert.Null(await Subscribers.FindByTokenAsync("h1", Token));
    }

    [Fact]
    public async Task They_are_listed_in_order_page_by_page()
    {
        foreach (var id in new[] { "b", "a", "C" }) await Subscribers.SaveAsync(Subscriber(id), Token);

        Assert.Equal(["C", "a"], (await Subscribers.ListAsync(null, 2, Token)).Select(s => s.Id));
        Assert.Equal(["b"], (await Subscribers.ListAsync("a", 2, Token)).Select(s => s.Id));
    }

    private static Subscriber Subscriber(string id, params string[] hashes) => new()
    {
        Id = id,
        Name = $"Site {id}",
        Tokens = [.. hashes.Select(hash => new SubscriberToken($"tok-{hash}", null, hash, Now))],
        Revision = 1,
        CreatedAt = Now,
    };
}
