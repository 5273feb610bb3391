using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISourceStatistics"/> promises.</summary>
public abstract class SourceStatisticsContract(StoreFixture fixture) : StoreContract(fixture)
{
    private static readonly DateTimeOffset Day = new(Now.UtcDateTime.Date, TimeSpan.Zero);

    private ISourceStatistics Statistics => Store.Get<ISourceStatistics>();

    [Fact]
    public async Task Sources_are_named_once_each_in_order_and_by_pages()
    {
        foreach (var (key, source) in new[] { ("1", "b"), ("2", "B"), ("3", "c"), ("4", "b"), ("5", "源") })
            await Store.Submissions.AcceptAsync(Submission(key, source: source), Token);

        Assert.Equal(["B", "b", "c", "源"], await Statistics.ListNamesAsync(null, 10, Token));
        Assert.Equal(["B", "b"], await Statistics.ListNamesAsync(null, 2, Token));
        Assert.Equal(["c", "源"], await Statistics.ListNamesAsync("b", 2, Token));
        Assert.Empty(await Statistics.ListNamesAsync("源", 2, Token));
    }

    [Fact]
    public async Task An_article_counts_once_however_many_versions_it_has()
    {
        await Store.Submissions.AcceptAsync(Submission("1", source: "a"), Token);
        await Store.Submissions.AcceptAsync(Submission("1", "another text", source: "a"), Token);
        await Store.Submissions.AcceptAsync(Submission("2", source: "a"), Token);
        await Store.Submissions.AcceptAsync(Submission("3", source: "b"), Token);

        var counts = await Statistics.CountArticlesAsync(["a", "b", "none"], Token);

        Assert.Equal(new Dictionary<string, long> { ["a"] = 2, ["b"] = 1 }, counts);
    }

    [Fact]
    public async Task Days_tell_what_a_sources_articles_were_like()
    {
        await PublishAsync("1", Day.AddDays(-3), 1, 100, 100); // too long ago
        await PublishAsync("2", Day.AddDays(-2), 0.25, 10, 1);
        await PublishAsync("3", Day.AddDays(-1).AddMilliseconds(-1), 0.75, 20, 2);
        await PublishAsync("4", Day.AddHours(23), 0.5, 40, 4);
        await PublishAsync("5", Day.AddHours(23), 0.1, 1_000, 1_000, source: "another");

        var days = await Statistics.ReadDaysAsync("example", Day.AddDays(-2), Token);

        Assert.Equal(
            [new DayOfSource(DateOf(-2), 2, 0.5, 0.75, 30, 3), new DayOfSource(DateOf(0), 1, 0.5, 0.5, 40, 4)], days);
        Assert.Empty(await Statistics.ReadDaysAsync("example", Day.AddDays(2), Token));
    }

    [Fact]
    public async Task What_was_corrected_counts_as_it_is_and_what_was_withdrawn_does_not()
    {
        await PublishAsync("1", Day.AddDays(-1), 1, 1, 99);
        await PublishAsync("1", Day, 0, 50, 0, version: 2);
        await PublishAsync("2", Day, 1, 1, 99);
        await Store.Articles.PublishAsync(WithdrawalOf("2", 2, Day), Token);

        Assert.Equal([new DayOfSource(DateOf(0), 1, 0, 0, 50, 0)], await Statistics.ReadDaysAsync("example", Day.AddDays(-5), Token));
    }

    private static DateOnly DateOf(int days) => DateOnly.FromDateTime(Day.AddDays(days).UtcDateTime);

    private async Task PublishAsync(string key, DateTimeOffset at, double pollution, int kept, int removed, int version = 1, string source = "example")
    {
        var publication = Publication(key, version, source: source, at: at);
        await Store.Articles.PublishAsync(
            publication with { Article = publication.Article! with { Pollution = pollution, WordCount = kept, WordsRemoved = removed } }, Token);
    }
}
