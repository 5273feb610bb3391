using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IPayloadStore"/> promises.</summary>
public abstract class PayloadStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private IPayloadStore Payloads => Store.Payloads;

    [Theory]
    [InlineData(10)]
    [InlineData(20_000)]
    [InlineData(3_000_000)]
    public async Task A_payload_comes_back_as_it_was(int characters)
    {
        var article = Article(bodyText: string.Concat(Enumerable.Repeat("文字 and more\n", characters / 12 + 1)));

        await Payloads.PutAsync("a/1/clean", article, Now, Token);

        AssertRecord.Equal(article, await Payloads.FindAsync("a/1/clean", Token));
    }

    [Fact]
    public async Task The_same_key_again_replaces_it()
    {
        await Payloads.PutAsync("key", Article("One"), Now, Token);
        await Payloads.PutAsync("key", Article("Two"), Now, Token);

        Assert.Equal("Two", (await Payloads.FindAsync("key", Token))!.Title);
    }

    [Fact]
    public async Task Concurrent_puts_of_one_key_all_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Payloads.PutAsync("key", Article($"Title {i}"), Now, Token)));

        Assert.StartsWith("Title ", (await Payloads.FindAsync("key", Token))!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found() => Assert.Null(await Payloads.FindAsync("key", Token));

    [Fact]
    public async Task A_payload_expires_after_seven_days()
    {
        await Payloads.PutAsync("old", Article(), Now.AddDays(-7), Token);
        await Payloads.PutAsync("young", Article(), Now.AddDays(-7).AddHours(1), Token);

        Assert.Null(await Payloads.FindAsync("old", Token));
        Assert.NotNull(await Payloads.FindAsync("young", Token));
    }

    [Fact]
    public async Task Putting_again_prolongs_it()
    {
        await Payloads.PutAsync("key", Article(), Now.AddDays(-7), Token);
        await Payloads.PutAsync("key", Article(), Now, Token);

        Assert.NotNull(await Payloads.FindAsync("key", Token));
    }
}
