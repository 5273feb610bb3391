using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISubmissionStore"/> promises about lists.</summary>
public abstract class SubmissionListContract(StoreFixture fixture) : StoreContract(fixture)
{
    private ISubmissionStore Submissions => Store.Submissions;

    [Fact]
    public async Task The_newest_come_first_and_equal_times_are_ordered_by_article()
    {
        await Submissions.AcceptAsync(Submission("old", at: Now.AddMinutes(-2)), Token);
        await Submissions.AcceptAsync(Submission("new", at: Now), Token);
        await Submissions.AcceptAsync(Submission("twin1", at: Now.AddMinutes(-1)), Token);
        await Submissions.AcceptAsync(Submission("twin2", at: Now.AddMinutes(-1)), Token);

        var page = await ListAsync(new SubmissionQuery());

        var twins = new[] { Id("twin1"), Id("twin2") }.OrderByDescending(id => id, StringComparer.Ordinal);
        Assert.Equal([Id("new"), .. twins, Id("old")], page.Items.Select(s => s.ArticleId));
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task An_empty_store_gives_an_empty_last_page()
    {
        var page = await ListAsync(new SubmissionQuery());

        Assert.Empty(page.Items);
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task Only_the_latest_version_of_an_article_is_listed_as_it_is_stored()
    {
        await Submissions.AcceptAsync(Submission("a", "one"), Token);
        var second = await Submissions.AcceptAsync(Submission("a", "two", at: Now.AddMinutes(1)), Token);

        var listed = Assert.Single((await ListAsync(new SubmissionQuery())).Items);

        AssertRecord.Equal(second.Submission, listed);
    }

    [Fact]
    public async Task Pages_join_without_loss_or_repetition_while_rows_are_added()
    {
        // Three of each time, so that pages of four break between equal times.
        for (var i = 0; i < 18; i++) await Submissions.AcceptAsync(Submission($"a{i}", at: Now.AddMinutes(-(i / 3))), Token);
        var before = (await ListAsync(new SubmissionQuery { Limit = SubmissionQuery.MaxLimit })).Items;

        var seen = new List<Submission>();
        var cursor = (string?)null;
        var pages = 0;
        do
        {
            var page = await ListAsync(new SubmissionQuery { Limit = 4, Cursor = cursor });
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
            await Submissions.AcceptAsync(Submission($"added{pages++}", at: Now.AddMinutes(1)), Token);
        }
        while (cursor is not null);

        Assert.Equal(5, pages);
        Assert.Equal(before.Select(s => s.ArticleId), seen.Select(s => s.ArticleId));
    }

    [Fact]
    public async Task A_full_last_page_has_no_cursor()
    {
        for (var i = 0; i < 4; i++) await Submissions.AcceptAsync(Submission($"a{i}"), Token);

        var first = await ListAsync(new SubmissionQuery { Limit = 2 });
        var second = await ListAsync(new SubmissionQuery { Limit = 2, Cursor = first.NextCursor });

        Assert.NotNull(first.NextCursor);
        Assert.Equal(2, second.Items.Count);
        Assert.Null(second.NextCursor);
    }

    [Fact]
    public async Task The_oldest_to_list_can_be_named()
    {
        foreach (var minutes in new[] { 1, 2, 3 }) await Submissions.AcceptAsync(Submission($"a{minutes}", at: Now.AddMinutes(minutes)), Token);

        await ExpectAsync(new SubmissionQuery { ReceivedSince = Now.AddMinutes(2) }, "a2", "a3");
        await ExpectAsync(new SubmissionQuery { ReceivedSince = Now.AddMinutes(2).AddMilliseconds(1), Source = "example" }, "a3");
    }

    [Fact]
    public async Task Filters_choose_and_join()
    {
        await AcceptAndPublishAsync("en1", source: "one", language: "en");
        await AcceptAndPublishAsync("zh1", source: "one", language: "zh");
        await AcceptAndPublishAsync("zh2", source: "two", language: "zh");
        await Submissions.AcceptAsync(Submission("waiting", source: "one"), Token);
        await Submissions.AcceptAsync(Submission("failed", source: "two"), Token);
        await Submissions.FailAsync(Id("failed"), 1, Failure(at: Now.AddMinutes(5)), [], Token);

        await ExpectAsync(new SubmissionQuery { Source = "one" }, "en1", "zh1", "waiting");
        await ExpectAsync(new SubmissionQuery { Language = "zh" }, "zh1", "zh2");
        await ExpectAsync(new SubmissionQuery { State = SubmissionState.Published }, "en1", "zh1", "zh2");
        await ExpectAsync(new SubmissionQuery { State = SubmissionState.Failed }, "failed");
        await ExpectAsync(new SubmissionQuery { State = SubmissionState.Withdrawn });
        await ExpectAsync(new SubmissionQuery { ChangedSince = Now.AddMinutes(5) }, "failed");
        await ExpectAsync(new SubmissionQuery { ChangedSince = Now.AddMinutes(5).AddMilliseconds(1) });
        await ExpectAsync(new SubmissionQuery { Source = "one", Language = "zh", State = SubmissionState.Published }, "zh1");
        await ExpectAsync(new SubmissionQuery { Source = "nobody" });
    }

    [Fact]
    public async Task A_filtered_list_pages_as_well()
    {
        for (var i = 0; i < 10; i++)
            await Submissions.AcceptAsync(Submission($"a{i}", source: i % 2 == 0 ? "even" : "odd", at: Now.AddSeconds(i)), Token);

        var first = await ListAsync(new SubmissionQuery { Source = "even", Limit = 3 });
        var second = await ListAsync(new SubmissionQuery { Source = "even", Limit = 3, Cursor = first.NextCursor });

        Assert.Equal(["a8", "a6", "a4"], first.Items.Select(s => s.SourceArticleId));
        Assert.Equal(["a2", "a0"], second.Items.Select(s => s.SourceArticleId));
        Assert.Null(second.NextCursor);
    }

    [Theory]
    [InlineData("not a cursor")]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("MTIz")] // 123
    [InlineData("eC95")] // x/y
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5L2E")] // 999999999999999999/a
    public async Task A_cursor_of_another_making_is_refused(string cursor)
    {
        var error = await Assert.ThrowsAsync<InvalidCursorException>(() => ListAsync(new SubmissionQuery { Cursor = cursor }));

        Assert.Contains($"'{cursor}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SubmissionQuery.MaxLimit + 1)]
    public async Task A_page_has_its_limits(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ListAsync(new SubmissionQuery { Limit = limit }));

    private Task<Page<Submission>> ListAsync(SubmissionQuery query) => Submissions.ListAsync(query, Token);

    private async Task ExpectAsync(SubmissionQuery query, params string[] keys) => Assert.Equal(
        keys.Select(Id).Order(StringComparer.Ordinal),
        (await ListAsync(query)).Items.Select(s => s.ArticleId).Order(StringComparer.Ordinal));

    private async Task AcceptAndPublishAsync(string key, string source, string language)
    {
        await Submissions.AcceptAsync(Submission(key, source: source), Token);
        await Store.Articles.PublishAsync(Publication(key, source: source, language: language), Token);
    }
}
