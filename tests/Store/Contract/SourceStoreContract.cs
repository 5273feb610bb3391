using Ingestion.Contracts;
using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISourceStore"/> promises.</summary>
public abstract class SourceStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private ISourceStore Sources => Store.Sources;

    [Fact]
    public async Task What_was_saved_is_found_to_the_last_property()
    {
        var source = Full("example");

        Assert.Equal(WriteOutcome.Written, await Sources.SaveAsync(source, Token));

        AssertRecord.Equal(source, await Sources.FindAsync("example", Token));
        Assert.Null(await Sources.FindAsync("another", Token));
    }

    [Fact]
    public async Task A_bare_source_stays_bare()
    {
        await Sources.SaveAsync(Bare("bare"), Token);

        AssertRecord.Equal(Bare("bare"), await Sources.FindAsync("bare", Token));
    }

    [Fact]
    public async Task The_next_revision_takes_the_place_of_the_one_before()
    {
        await Sources.SaveAsync(Full("a"), Token);
        var second = Bare("a") with { Revision = 2, Enabled = false, UpdatedAt = Now.AddSeconds(1) };

        Assert.Equal(WriteOutcome.Written, await Sources.SaveAsync(second, Token));

        AssertRecord.Equal(second, await Sources.FindAsync("a", Token));
    }

    [Theory]
    [InlineData(1)] // it exists already
    [InlineData(2)] // somebody else wrote this revision
    [InlineData(4)] // from the future: the record was deleted and made again
    public async Task A_write_of_a_stale_revision_changes_nothing(long revision)
    {
        await Sources.SaveAsync(Bare("a"), Token);
        var stored = Bare("a") with { Revision = 2, Name = "second" };
        await Sources.SaveAsync(stored, Token);

        Assert.Equal(WriteOutcome.Stale, await Sources.SaveAsync(Bare("a") with { Revision = revision, Name = "late" }, Token));

        AssertRecord.Equal(stored, await Sources.FindAsync("a", Token));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_updated() =>
        Assert.Equal(WriteOutcome.Stale, await Sources.SaveAsync(Bare("a") with { Revision = 2 }, Token));

    [Fact]
    public async Task One_of_many_writers_of_a_revision_wins()
    {
        await using var other = await Fixture.OpenAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            (i % 2 == 0 ? Sources : other.Sources).SaveAsync(Bare("a") with { Name = $"{i}" }, Token)));
        var updated = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            (i % 2 == 0 ? Sources : other.Sources).SaveAsync(Bare("a") with { Revision = 2, Name = $"{i}" }, Token)));

        Assert.Single(made, WriteOutcome.Written);
        Assert.Single(updated, WriteOutcome.Written);
    }

    [Fact]
    public async Task Deleting_needs_the_revision_that_stands()
    {
        await Sources.SaveAsync(Bare("a"), Token);

        Assert.Equal(WriteOutcome.Stale, await Sources.DeleteAsync("a", 2, Token));
        Assert.NotNull(await Sources.FindAsync("a", Token));
        Assert.Equal(WriteOutcome.Written, await Sources.DeleteAsync("a", 1, Token));
        Assert.Null(await Sources.FindAsync("a", Token));
        Assert.Equal(WriteOutcome.Stale, await Sources.DeleteAsync("a", 1, Token));
        Assert.Equal(WriteOutcome.Written, await Sources.SaveAsync(Bare("a"), Token));
    }

    [Fact]
    public async Task Sources_are_listed_page_by_page_in_ordinal_order()
    {
        foreach (var id in new[] { "b", "人民", "a-2", "B", "a", "é" }) await Sources.SaveAsync(Bare(id), Token);

        var first = await Sources.ListAsync(null, 4, Token);
        var second = await Sources.ListAsync(first[^1].Id, 4, Token);

        Assert.Equal(["B", "a", "a-2", "b"], first.Select(s => s.Id));
        Assert.Equal(["é", "人民"], second.Select(s => s.Id));
    }

    [Fact]
    public async Task What_is_written_through_one_process_is_read_through_another_at_once()
    {
        await using var other = await Fixture.OpenAsync();
        await Sources.SaveAsync(Bare("a"), Token);

        Assert.NotNull(await other.Sources.FindAsync("a", Token));
    }

    [Fact]
    public async Task Tokens_and_counts_go_with_their_source_and_no_others()
    {
        foreach (var id in new[] { "a", "b" })
        {
            await Sources.SaveAsync(Bare(id), Token);
            await Store.SourceTokens.AddAsync(
                new SourceToken { Id = $"t-{id}", SourceId = id, Hash = $"hash-{id}", CreatedAt = Now }, Token);
            await Store.Refusals.AddAsync([new Refusals(id, "invalid", 1, Now)], Token);
        }

        await Sources.DeleteAsync("a", 1, Token);
        await Sources.DeleteAsync("b", 7, Token); // not at that revision

        Assert.Null(await Store.SourceTokens.FindByHashAsync("hash-a", Token));
        Assert.NotNull(await Store.SourceTokens.FindByHashAsync("hash-b", Token));
        Assert.Empty(await Store.Refusals.ListAsync("a", Token));
        Assert.Single(await Store.Refusals.ListAsync("b", Token));
    }

    private static Source Bare(string id) => new()
    {
        Id = id,
        Name = id,
        Revision = 1,
        RulesRevision = 1,
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    private static Source Full(string id) => Bare(id) with
    {
        Name = "An example, 例",
        Enabled = false,
        Limits = new SourceLimits { ArticlesPerMinute = 60 },
        Defaults = new SourceDefaults { Language = "zh-Hant", Licence = "CC-BY-4.0" },
        Rules = new SourceRules
        {
            Remove = [new SourceRule { Name = "promo", Selector = "div.promo > p" }, new SourceRule { Name = "reprint", Pattern = @"^转载自\s.*$" }],
            Keep = [new SourceRule { Name = "note", Selector = "aside.note" }],
            TitleSelector = "h1.headline",
            DateSelector = "time.published",
        },
    };
}
