using Ingestion.Contracts;
using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="IArticleStore"/> promises.</summary>
public abstract class ArticleStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private IArticleStore Articles => Store.Articles;

    [Fact]
    public async Task Publishing_writes_article_change_and_submission_in_one_act()
    {
        var accepted = (await Store.Submissions.AcceptAsync(Submission("a"), Token)).Submission;
        var publication = Publication("a");

        Assert.Equal(WriteOutcome.Written, await Articles.PublishAsync(publication, Token));

        var article = await Articles.FindCurrentAsync(Id("a"), Token);
        AssertRecord.Equal(new PublishedArticle
        {
            ArticleId = Id("a"),
            Version = 1,
            Source = "example",
            Language = "en",
            Topics = ["world", "one", "two"],
            ReceivedAt = publication.ReceivedAt,
            PublishedAt = publication.PublishedAt,
            FirstPublishedAt = publication.PublishedAt,
            IsCurrent = true,
            Sequence = 1,
            ClusterId = Id("a"),
            Article = publication.Article,
            Enrichment = publication.Enrichment,
        }, article);
        AssertRecord.Equal(article, await Articles.FindVersionAsync(Id("a"), 1, Token));
        Assert.Equal([new Change(1, Id("a"), 1, ChangeKind.New, "example", publication.PublishedAt)], await ChangesAsync());
        AssertRecord.Equal(accepted with
        {
            State = SubmissionState.Published,
            ChangedAt = publication.PublishedAt,
            DueAt = null,
            Timeline = publication.Timeline,
            Summary = new ArticleSummary("A title", "en", 2, 3),
        }, (await SubmissionAsync("a", 1))!);
    }

    [Fact]
    public async Task Repeating_a_publication_changes_nothing()
    {
        await Store.Submissions.AcceptAsync(Submission("a"), Token);
        await Articles.PublishAsync(Publication("a"), Token);
        var (article, submission) = (await Articles.FindCurrentAsync(Id("a"), Token), await SubmissionAsync("a", 1));

        var again = await Articles.PublishAsync(Publication("a", title: "Another", at: Now.AddHours(1)), Token);

        Assert.Equal(WriteOutcome.Unchanged, again);
        AssertRecord.Equal(article, await Articles.FindCurrentAsync(Id("a"), Token));
        AssertRecord.Equal(submission, await SubmissionAsync("a", 1));
        Assert.Single(await ChangesAsync());
    }

    [Fact]
    public async Task Concurrent_repetitions_are_written_once()
    {
        await using var other = await Fixture.OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? Articles : other.Articles).PublishAsync(Publication("a"), Token)));

        Assert.Single(outcomes, WriteOutcome.Written);
        Assert.Equal(19, outcomes.Count(o => o == WriteOutcome.Unchanged));
        Assert.Single(await ChangesAsync());
    }

    [Fact]
    public async Task A_newer_version_is_a_correction_and_the_older_one_stays_readable()
    {
        await Articles.PublishAsync(Publication("a", 1, "One"), Token);
        await Articles.PublishAsync(Publication("a", 2, "Two", at: Now.AddHours(1)), Token);

        var current = await Articles.FindCurrentAsync(Id("a"), Token);
        Assert.Equal((2, "Two", 2L), (current!.Version, current.Article!.Title, current.Sequence));
        Assert.Equal(Now.AddHours(1), current.PublishedAt);
        Assert.Equal(Now.AddSeconds(1), current.FirstPublishedAt);
        var older = await Articles.FindVersionAsync(Id("a"), 1, Token);
        Assert.False(older!.IsCurrent);
        Assert.Equal("One", older.Article!.Title);
        Assert.Equal(1, older.Sequence);
        Assert.Equal([ChangeKind.New, ChangeKind.Correction], (await ChangesAsync()).Select(c => c.Kind));
    }

    [Fact]
    public async Task A_version_that_comes_late_is_history_only()
    {
        await Store.Submissions.AcceptAsync(Submission("a", "one"), Token);
        await Store.Submissions.AcceptAsync(Submission("a", "two"), Token);
        await Articles.PublishAsync(Publication("a", 2, "Two"), Token);

        Assert.Equal(WriteOutcome.Stale, await Articles.PublishAsync(Publication("a", 1, "One", at: Now.AddHours(1)), Token));

        Assert.Equal(2, (await Articles.FindCurrentAsync(Id("a"), Token))!.Version);
        var late = await Articles.FindVersionAsync(Id("a"), 1, Token);
        Assert.Equal((false, null, "One"), (late!.IsCurrent, late.Sequence, late.Article!.Title));
        Assert.Equal(Now.AddSeconds(1), late.FirstPublishedAt);
        Assert.Equal([2], (await ChangesAsync()).Select(c => c.Version));
        Assert.Equal(SubmissionState.Superseded, (await SubmissionAsync("a", 1))!.State);
        Assert.Equal(SubmissionState.Published, (await SubmissionAsync("a", 2))!.State);
        Assert.Equal(WriteOutcome.Unchanged, await Articles.PublishAsync(Publication("a", 1, "One"), Token));
    }

    [Fact]
    public async Task A_withdrawal_leaves_a_tombstone()
    {
        await Store.Submissions.AcceptAsync(Submission("a"), Token);
        await Articles.PublishAsync(Publication("a"), Token);
        await Store.Submissions.AcceptAsync(Withdrawal("a"), Token);

        Assert.Equal(WriteOutcome.Written, await Articles.PublishAsync(WithdrawalOf("a", 2, Now.AddHours(1)), Token));

        var current = await Articles.FindCurrentAsync(Id("a"), Token);
        Assert.True(current!.IsTombstone);
        Assert.Null(current.Enrichment);
        Assert.Equal((2, 2L), (current.Version, current.Sequence));
        Assert.Equal(Now.AddSeconds(1), current.FirstPublishedAt);
        Assert.Equal(ChangeKind.Withdrawal, (await ChangesAsync())[^1].Kind);
        var submission = await SubmissionAsync("a", 2);
        Assert.Equal(SubmissionState.Withdrawn, submission!.State);
        Assert.Null(submission.Summary);
    }

    [Fact]
    public async Task A_withdrawal_takes_the_content_out_of_every_version_before_it()
    {
        await Articles.PublishAsync(Publication("a"), Token);
        await Articles.PublishAsync(Publication("a", 2), Token);
        await Articles.PublishAsync(Publication("b"), Token);
        await Task.WhenAll(
            Articles.PublishAsync(WithdrawalOf("a", 4), Token), Articles.PublishAsync(Publication("c"), Token),
            Articles.PublishAsync(WithdrawalOf("c", 2), Token));
        await Articles.PublishAsync(Publication("a", 3), Token);
        await Articles.PublishAsync(Publication("a", 5), Token);

        var versions = await Articles.FindVersionsAsync([(Id("a"), 1), (Id("a"), 2), (Id("a"), 3), (Id("c"), 1)], Token);

        Assert.Equal(4, versions.Count);
        Assert.All(versions, version => Assert.True(version is { IsTombstone: true, Enrichment: null }, $"version {version.Version} is still there"));
        Assert.NotNull((await Articles.FindVersionAsync(Id("b"), 1, Token))!.Article);
        Assert.NotNull((await Articles.FindCurrentAsync(Id("a"), Token))!.Article);
    }

    [Fact]
    public async Task Withdrawing_what_was_never_published_leaves_a_tombstone_too()
    {
        await Store.Submissions.AcceptAsync(Withdrawal("a"), Token);

        Assert.Equal(WriteOutcome.Written, await Articles.PublishAsync(WithdrawalOf("a", 1), Token));

        Assert.True((await Articles.FindCurrentAsync(Id("a"), Token))!.IsTombstone);
        Assert.Equal(ChangeKind.Withdrawal, Assert.Single(await ChangesAsync()).Kind);
    }

    [Fact]
    public async Task A_late_version_does_not_bring_back_what_was_withdrawn()
    {
        await Articles.PublishAsync(WithdrawalOf("a", 2), Token);

        Assert.Equal(WriteOutcome.Stale, await Articles.PublishAsync(Publication("a", 1), Token));

        Assert.True((await Articles.FindCurrentAsync(Id("a"), Token))!.IsTombstone);
        Assert.Empty(await Articles.ListAsync(new ArticleQuery(), Token));
    }

    [Fact]
    public async Task A_late_withdrawal_does_not_take_away_what_is_newer()
    {
        await Store.Submissions.AcceptAsync(Withdrawal("a"), Token);
        await Articles.PublishAsync(Publication("a", 2), Token);

        Assert.Equal(WriteOutcome.Stale, await Articles.PublishAsync(WithdrawalOf("a", 1), Token));

        Assert.Equal(2, (await Articles.FindCurrentAsync(Id("a"), Token))!.Version);
        Assert.Equal(SubmissionState.Superseded, (await SubmissionAsync("a", 1))!.State);
    }

    [Fact]
    public async Task What_is_published_after_its_withdrawal_is_new()
    {
        await Articles.PublishAsync(Publication("a", 1), Token);
        await Articles.PublishAsync(WithdrawalOf("a", 2), Token);
        await Articles.PublishAsync(Publication("a", 3), Token);

        Assert.Equal(
            [ChangeKind.New, ChangeKind.Withdrawal, ChangeKind.New], (await ChangesAsync()).Select(c => c.Kind));
        Assert.False((await Articles.FindCurrentAsync(Id("a"), Token))!.IsTombstone);
    }

    [Fact]
    public async Task A_submission_that_failed_meanwhile_is_finished_all_the_same()
    {
        await Store.Submissions.AcceptAsync(Submission("a"), Token);
        await Store.Submissions.FailAsync(Id("a"), 1, Failure(), [], Token);

        await Articles.PublishAsync(Publication("a"), Token);

        var submission = await SubmissionAsync("a", 1);
        Assert.Equal(SubmissionState.Published, submission!.State);
        Assert.Null(submission.Failure);
        Assert.Equal(0, (await Store.Submissions.ReadBacklogAsync(Token)).Failed);
    }

    [Fact]
    public async Task An_article_without_the_optional_comes_back_without_it()
    {
        var publication = Publication("a") with
        {
            Article = new CleanedArticle
            {
                Title = "",
                BodyHtml = "",
                BodyText = "",
                WordCount = 0,
                WordsRemoved = 0,
                Pollution = 0,
                Charset = "utf-8",
                RuleSetVersion = "1",
            },
            Enrichment = Enrichment("und") with { Keywords = [], Summary = null },
        };

        await Articles.PublishAsync(publication, Token);

        var found = await Articles.FindCurrentAsync(Id("a"), Token);
        AssertRecord.Equal(publication.Article, found!.Article);
        AssertRecord.Equal(publication.Enrichment, found.Enrichment);
    }

    [Fact]
    public async Task Concurrent_publications_of_two_processes_make_a_sequence_without_gaps()
    {
        await using var other = await Fixture.OpenAsync();
        var reader = ReadChangesUntilAsync(200);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Articles : other.Articles).PublishAsync(Publication($"a{i}"), Token))));

        Assert.All(outcomes, o => Assert.Equal(WriteOutcome.Written, o));
        // What a reader saw while it grew is what is there in the end: nothing came in before what it had seen.
        var seen = await reader;
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), seen.Select(c => c.Sequence));
        Assert.Equal(seen, await ChangesAsync());
        Assert.Equal(200, seen.Select(c => c.ArticleId).Distinct().Count());
        foreach (var change in seen)
            Assert.Equal(change.Sequence, (await Articles.FindCurrentAsync(change.ArticleId, Token))!.Sequence);
    }

    [Fact]
    public async Task Concurrent_versions_of_one_article_end_with_the_newest()
    {
        await using var other = await Fixture.OpenAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Articles : other.Articles).PublishAsync(Publication("a", version: i, title: $"Title {i}"), Token))));

        Assert.Equal(20, (await Articles.FindCurrentAsync(Id("a"), Token))!.Version);
        var all = await Articles.FindVersionsAsync([.. Enumerable.Range(1, 20).Select(i => (Id("a"), i))], Token);
        Assert.Equal(20, Assert.Single(all, a => a.IsCurrent).Version);
        var changes = await ChangesAsync();
        Assert.Equal(outcomes.Count(o => o == WriteOutcome.Written), changes.Count);
        Assert.Equal(changes.Select(c => c.Version).Order(), changes.Select(c => c.Version));
        Assert.Equal(ChangeKind.New, changes[0].Kind);
        Assert.All(changes.Skip(1), c => Assert.Equal(ChangeKind.Correction, c.Kind));
    }

    [Fact]
    public async Task Changes_are_read_in_parts()
    {
        for (var i = 1; i <= 5; i++) await Articles.PublishAsync(Publication($"a{i}"), Token);

        Assert.Equal([1, 2], (await Articles.ReadChangesAsync(0, 2, Token)).Select(c => c.Sequence));
        Assert.Equal([3, 4], (await Articles.ReadChangesAsync(2, 2, Token)).Select(c => c.Sequence));
        Assert.Equal([5], (await Articles.ReadChangesAsync(4, 2, Token)).Select(c => c.Sequence));
        Assert.Empty(await Articles.ReadChangesAsync(5, 2, Token));
        Assert.Equal(5, await Articles.ReadLastSequenceAsync(Token));
    }

    [Fact]
    public async Task Versions_are_read_together()
    {
        await Articles.PublishAsync(Publication("a", 1), Token);
        await Articles.PublishAsync(Publication("a", 2), Token);
        await Articles.PublishAsync(WithdrawalOf("b", 1), Token);

        var found = await Articles.FindVersionsAsync(
            [(Id("a"), 1), (Id("a"), 2), (Id("a"), 3), (Id("b"), 1), (Id("unknown"), 1)], Token);

        Assert.Equal(
            new[] { (Id("a"), 1), (Id("a"), 2), (Id("b"), 1) }.Order(),
            found.Select(a => (a.ArticleId, a.Version)).Order());
        AssertRecord.Equal(
            await Articles.FindVersionAsync(Id("a"), 1, Token), found.Single(a => a.ArticleId == Id("a") && a.Version == 1));
        Assert.Empty(await Articles.FindVersionsAsync([], Token));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Null(await Articles.FindCurrentAsync(Id("a"), Token));
        Assert.Null(await Articles.FindVersionAsync(Id("a"), 1, Token));
        Assert.Empty(await ChangesAsync());
        Assert.Empty(await Articles.ListAsync(new ArticleQuery { IncludeTombstones = true }, Token));
        Assert.Equal(0, await Articles.ReadLastSequenceAsync(Token));
    }

    private Task<IReadOnlyList<Change>> ChangesAsync() => Articles.ReadChangesAsync(0, 1000, Token);

    private Task<Submission?> SubmissionAsync(string key, int version) =>
        Store.Submissions.FindAsync(Id(key), version, Token);

    private async Task<List<Change>> ReadChangesUntilAsync(int count)
    {
        var seen = new List<Change>();
        while (seen.Count < count)
        {
            var next = await Articles.ReadChangesAsync(seen.Count == 0 ? 0 : seen[^1].Sequence, 1000, Token);
            seen.AddRange(next);
            if (next.Count == 0) await Task.Yield();
        }
        return seen;
    }
}
