using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IRefusalStore"/> promises.</summary>
public abstract class RefusalStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    [Fact]
    public async Task Counts_add_up_by_source_and_reason()
    {
        await Store.Refusals.AddAsync([], Token);
        await Store.Refusals.AddAsync([new Refusals("a", "rate-limit", 3, Now.AddMinutes(1)), new Refusals("a", "invalid", 1, Now)], Token);
        await Store.Refusals.AddAsync([new Refusals("a", "rate-limit", 2, Now), new Refusals("b", "invalid", 1, Now)], Token);

        Assert.Equal(
            [new Refusals("a", "invalid", 1, Now), new Refusals("a", "rate-limit", 5, Now.AddMinutes(1))], await Store.Refusals.ListAsync("a", Token));
        Assert.Single(await Store.Refusals.ListAsync("b", Token));
        Assert.Empty(await Store.Refusals.ListAsync("c", Token));
    }

    [Fact]
    public async Task No_count_is_lost_when_many_add_at_once()
    {
        await using var other = await Fixture.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? Store : other).Refusals.AddAsync([new Refusals("a", "invalid", 1, Now)], Token)));

        Assert.Equal(20, Assert.Single(await Store.Refusals.ListAsync("a", Token)).Count);
    }
}
