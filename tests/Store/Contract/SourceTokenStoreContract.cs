using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISourceTokenStore"/> promises.</summary>
public abstract class SourceTokenStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private ISourceTokenStore Tokens => Store.SourceTokens;

    [Fact]
    public async Task A_token_is_found_by_its_hash()
    {
        var named = Sample("1") with { Name = "the feed, 源", LastUsedAt = Now.AddMinutes(1) };
        await Tokens.AddAsync(named, Token);
        await Tokens.AddAsync(Sample("2"), Token);

        AssertRecord.Equal(named, await Tokens.FindByHashAsync("hash-1", Token));
        AssertRecord.Equal(Sample("2"), await Tokens.FindByHashAsync("hash-2", Token));
        Assert.Null(await Tokens.FindByHashAsync("hash-3", Token));
    }

    [Fact]
    public async Task A_source_has_several_listed_oldest_first()
    {
        await Tokens.AddAsync(Sample("2", at: Now.AddSeconds(1)), Token);
        await Tokens.AddAsync(Sample("1"), Token);
        await Tokens.AddAsync(Sample("3", source: "another"), Token);

        Assert.Equal(["1", "2"], (await Tokens.ListAsync("example", Token)).Select(token => token.Id));
        Assert.Empty(await Tokens.ListAsync("nobody", Token));
    }

    [Fact]
    public async Task Deleting_one_leaves_the_others()
    {
        await Tokens.AddAsync(Sample("1"), Token);
        await Tokens.AddAsync(Sample("2"), Token);

        Assert.False(await Tokens.DeleteAsync("another", "1", Token));
        Assert.True(await Tokens.DeleteAsync("example", "1", Token));
        Assert.False(await Tokens.DeleteAsync("example", "1", Token));

        Assert.Null(await Tokens.FindByHashAsync("hash-1", Token));
        Assert.NotNull(await Tokens.FindByHashAsync("hash-2", Token));
    }

    [Fact]
    public async Task The_last_use_never_goes_back()
    {
        await Tokens.AddAsync(Sample("1"), Token);

        await Tokens.TouchAsync("1", Now.AddMinutes(2), Token);
        await Tokens.TouchAsync("1", Now.AddMinutes(1), Token);
        await Tokens.TouchAsync("absent", Now, Token);

        Assert.Equal(Now.AddMinutes(2), Assert.Single(await Tokens.ListAsync("example", Token)).LastUsedAt);
    }

    private static SourceToken Sample(string id, string source = "example", DateTimeOffset? at = null) =>
        new() { Id = id, SourceId = source, Hash = $"hash-{id}", CreatedAt = at ?? Now };
}
