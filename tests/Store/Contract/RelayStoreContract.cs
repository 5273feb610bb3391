using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IRelayStore"/> promises.</summary>
public abstract class RelayStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private IRelayStore Relays => Store.Get<IRelayStore>();

    [Fact]
    public async Task The_first_claim_begins_at_the_beginning_and_the_next_where_it_was()
    {
        Assert.Equal(0, await ClaimAsync("one", 0));
        Assert.True(await Relays.MoveAsync("exchange", "one", 7, Token));

        Assert.Equal(7, await ClaimAsync("one", 10));
        Assert.Equal(0, await Relays.ClaimAsync("another", "two", Now, Now.AddSeconds(30), Token));
    }

    [Fact]
    public async Task A_lease_is_nobody_elses_until_it_ends()
    {
        await ClaimAsync("one", 0);
        await Relays.MoveAsync("exchange", "one", 7, Token);

        Assert.Null(await ClaimAsync("two", 29));
        Assert.Equal(7, await ClaimAsync("two", 30));
        Assert.Null(await ClaimAsync("one", 31));
    }

    [Fact]
    public async Task Whoever_lost_the_lease_moves_nothing()
    {
        await ClaimAsync("one", 0);
        await ClaimAsync("two", 30);

        Assert.False(await Relays.MoveAsync("exchange", "one", 9, Token));
        Assert.False(await Relays.MoveAsync("unknown", "one", 9, Token));
        Assert.True(await Relays.MoveAsync("exchange", "two", 3, Token));
        Assert.Equal(3, await ClaimAsync("two", 31));
    }

    [Fact]
    public async Task What_is_given_back_another_takes_at_once()
    {
        await ClaimAsync("one", 0);
        await Relays.ReleaseAsync("exchange", "two", Token);
        Assert.Null(await ClaimAsync("two", 1));

        await Relays.ReleaseAsync("exchange", "one", Token);

        Assert.Equal(0, await ClaimAsync("two", 1));
    }

    [Fact]
    public async Task Of_many_one_gets_it()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => ClaimAsync($"owner{i}", 0)));

        Assert.Single(claims, claim => claim is not null);
    }

    private Task<long?> ClaimAsync(string owner, int second) =>
        Relays.ClaimAsync("exchange", owner, Now.AddSeconds(second), Now.AddSeconds(second + 30), Token);
}
