using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IArticleStore"/> promises of its lists.</summary>
public abstract class ArticleListContract(StoreFixture fixture) : StoreContract(fixture)
{
    private static readonly Dictionary<string, string> Keys = new[] { "a", "b", "c", "d", "gone" }.ToDictionary(Id);

    private IArticleStore Articles => Store.Articles;

    [Fact]
    public async Task The_current_ones_last_published_first()
    {
        await PublishAsync(
            Publication("a", source: "one", language: "en"), Publication("b", source: "two", language: "zh"),
            Publication("c", source: "one", language: "zh"), Publication("gone"), WithdrawalOf("gone", 2),
            Publication("a", 2, source: "one", language: "en"));

        Assert.Equal([("a", 2), ("c", 1), ("b", 1)], await ListAsync(new()));
        Assert.Equal([("a", 2), ("c", 1)], await ListAsync(new() { Source = "one" }));
        Assert.Equal([("c", 1), ("b", 1)], await ListAsync(new() { Language = "zh" }));
        Assert.Equal([("c", 1)], await ListAsync(new() { Source = "one", Language = "zh" }));
        Assert.Equal([("a", 2)], await ListAsync(new() { Limit = 1 }));
        Assert.Empty(await ListAsync(new() { Source = "nobody" }));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("example", null, null)]
    [InlineData(null, "world", null)]
    [InlineData(null, null, "title")]
    public async Task A_page_goes_on_before_the_last_place_of_the_one_before(string? source, string? topic, string? search)
    {
        for (var i = 1; i <= 5; i++) await PublishAsync(Publication($"a{i}"));
        var query = new ArticleQuery { Source = source, Topic = topic, Search = search, Limit = 2 };

        var places = new List<long?[]>();
        for (var page = await Articles.ListAsync(query, Token); page.Count > 0; page = await Articles.ListAsync(query, Token))
        {
            places.Add([.. page.Select(a => a.Sequence)]);
            query = query with { Before = page[^1].Sequence };
        }

        Assert.Equal([[5L, 4L], [3L, 2L], [1L]], places);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("example", null, null)]
    [InlineData(null, "world", null)]
    [InlineData(null, null, "title")]
    public async Task Pages_lead_back_and_to_the_last(string? source, string? topic, string? search)
    {
        for (var i = 1; i <= 7; i++) await PublishAsync(Publication($"a{i}"));
        var query = new ArticleQuery { Source = source, Topic = topic, Search = search, Limit = 2 };

        Assert.Equal(4, await Articles.FindPageBeforeAsync(query with { Before = 2 }, Token));
        Assert.Equal(6, await Articles.FindPageBeforeAsync(query with { Before = 4 }, Token));
        // Where there is but one in front of it, and where there are just as many as a page has, the page before is the first.
        Assert.Null(await Articles.FindPageBeforeAsync(query with { Before = 7 }, Token));
        Assert.Null(await Articles.FindPageBeforeAsync(query with { Before = 6 }, Token));
        Assert.Null(await Articles.FindPageBeforeAsync(query, Token));
        Assert.Equal([2L, 1L], await PlacesAsync(query with { Before = await Articles.FindPageBeforeAsync(query with { Before = 0 }, Token) }));
        Assert.Null(await Articles.FindPageBeforeAsync(query with { Before = 0, Limit = 7 }, Token));
        Assert.Null(await Articles.FindPageBeforeAsync(query with { Before = 2, Search = "?!" }, Token));
        Assert.Null(await Articles.FindPageBeforeAsync(query with { Before = 2, Source = "nobody" }, Token));
    }

    [Fact]
    public async Task Tombstones_count_for_pages_where_they_are_listed()
    {
        for (var i = 1; i <= 3; i++) await PublishAsync(Publication($"a{i}"));
        await PublishAsync(WithdrawalOf("a2", 2));
        var query = new ArticleQuery { Limit = 2, Before = 0 };

        Assert.Null(await Articles.FindPageBeforeAsync(query, Token));
        Assert.Equal(4, await Articles.FindPageBeforeAsync(query with { IncludeTombstones = true }, Token));
    }

    [Fact]
    public async Task By_topic_whatever_its_case_width_and_blanks()
    {
        await PublishAsync(
            With("a", section: "World", tags: ["Ｌibraries", "河边"]), With("b", section: null, tags: ["LIBRARIES", "libraries "]),
            With("c", section: "libraries of old", tags: []));

        Assert.Equal([("b", 1), ("a", 1)], await ListAsync(new() { Topic = " Libraries" }));
        Assert.Equal([("a", 1)], await ListAsync(new() { Topic = "world" }));
        Assert.Equal([("a", 1)], await ListAsync(new() { Topic = "河边" }));
        Assert.Equal([("c", 1)], await ListAsync(new() { Topic = "Libraries  of\tOld" }));
        Assert.Equal([("a", 1)], await ListAsync(new() { Topic = "Libraries", Source = "example", Language = "en", Before = 2 }));
        Assert.Empty(await ListAsync(new() { Topic = "river" }));
        Assert.Equal(["world", "libraries", "河边"], (await Articles.FindCurrentAsync(Id("a"), Token))!.Topics);
    }

    [Fact]
    public async Task By_all_the_words_searched_for()
    {
        await PublishAsync(
            With("a", title: "A new library by the river"), With("b", title: "A river of books", tags: ["Library"]),
            With("c", title: "河边的新图书馆"), With("d", title: "图书与馆藏"));

        Assert.Equal([("b", 1), ("a", 1)], await ListAsync(new() { Search = "LIBRARY river" }));
        Assert.Equal([("b", 1)], await ListAsync(new() { Search = "library, books!" }));
        Assert.Equal([("c", 1)], await ListAsync(new() { Search = "图书馆" }));
        Assert.Equal([("d", 1), ("c", 1)], await ListAsync(new() { Search = "馆" }));
        Assert.Equal([("b", 1)], await ListAsync(new() { Search = "river", Topic = "library" }));
        Assert.Empty(await ListAsync(new() { Search = "library sea" }));
        Assert.Empty(await ListAsync(new() { Search = "library", Source = "nobody" }));
        Assert.Empty(await ListAsync(new() { Search = "?!" }));
    }

    [Fact]
    public async Task A_correction_is_found_by_what_it_says_now()
    {
        await PublishAsync(With("a", title: "Before", tags: ["old"]), With("a", version: 2, title: "After", tags: ["new"]));

        Assert.Empty(await ListAsync(new() { Search = "before" }));
        Assert.Empty(await ListAsync(new() { Topic = "old" }));
        Assert.Equal([("a", 2)], await ListAsync(new() { Search = "after" }));
        Assert.Equal([("a", 2)], await ListAsync(new() { Topic = "new" }));
    }

    [Fact]
    public async Task Corrections_that_are_written_together_are_found_by_the_last()
    {
        await Task.WhenAll(Enumerable.Range(1, 10).Select(i =>
            Articles.PublishAsync(With("a", version: i, title: $"Title number{i}", tags: [$"topic{i}"]), Token)));

        Assert.Equal([("a", 10)], await ListAsync(new() { Search = "title" }));
        Assert.Equal([("a", 10)], await ListAsync(new() { Topic = "topic10" }));
        for (var i = 1; i < 10; i++)
        {
            Assert.Empty(await ListAsync(new() { Search = $"number{i}" }));
            Assert.Empty(await ListAsync(new() { Topic = $"topic{i}" }));
        }
    }

    [Fact]
    public async Task A_tombstone_keeps_source_language_and_topics_but_is_not_found_by_words()
    {
        await PublishAsync(
            With("b", title: "Stays", tags: ["books"]), With("a", title: "Goes", tags: ["books"]), WithdrawalOf("a", 2));

        Assert.Equal([("b", 1)], await ListAsync(new() { Topic = "books" }));
        ArticleQuery[] filters = [new(), new() { Source = "example" }, new() { Language = "en" }, new() { Topic = "Books" }];
        foreach (var filter in filters)
            Assert.Equal([("a", 2), ("b", 1)], await ListAsync(filter with { IncludeTombstones = true }));
        Assert.Empty(await ListAsync(new() { Search = "goes", IncludeTombstones = true }));
        var tombstone = (await Articles.FindCurrentAsync(Id("a"), Token))!;
        Assert.Equal("en", tombstone.Language);
        Assert.Equal(["books"], tombstone.Topics);
        // So does the version that was withdrawn.
        var withdrawn = (await Articles.FindVersionAsync(Id("a"), 1, Token))!;
        Assert.True(withdrawn.IsTombstone);
        Assert.Equal("en", withdrawn.Language);
        Assert.Equal(["books"], withdrawn.Topics);
    }

    [Fact]
    public async Task A_tombstone_of_what_was_never_published_has_neither_language_nor_topics()
    {
        await PublishAsync(WithdrawalOf("a", 1));

        var tombstone = Assert.Single(await Articles.ListAsync(new() { IncludeTombstones = true }, Token));
        Assert.Null(tombstone.Language);
        Assert.Empty(tombstone.Topics);
    }

    [Fact]
    public async Task What_is_published_after_its_withdrawal_is_found_again()
    {
        await PublishAsync(With("a", title: "One"), WithdrawalOf("a", 2), With("a", version: 3, title: "Three"));

        Assert.Equal([("a", 3)], await ListAsync(new() { Search = "three", IncludeTombstones = true }));
        Assert.Equal([("a", 3)], await ListAsync(new() { IncludeTombstones = true }));
    }

    private static Publication With(
        string key, int version = 1, string title = "A title", string? section = null, IReadOnlyList<string>? tags = null) =>
        Publication(key, version) with { Article = Article(title) with { Section = section, Tags = tags ?? [] } };

    private async Task PublishAsync(params Publication[] publications)
    {
        foreach (var publication in publications) await Articles.PublishAsync(publication, Token);
    }

    private async Task<IEnumerable<long?>> PlacesAsync(ArticleQuery query) => (await Articles.ListAsync(query, Token)).Select(a => a.Sequence);

    private async Task<List<(string Key, int Version)>> ListAsync(ArticleQuery query) =>
        [.. (await Articles.ListAsync(query, Token)).Select(a => (Keys[a.ArticleId], a.Version))];
}
