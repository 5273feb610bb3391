using System.Security.Cryptography;
using System.Text;
using Ingestion.Contracts;
using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISubmissionStore"/> promises about accepting and finishing.</summary>
public abstract class SubmissionStoreContract(StoreFixture fixture) : StoreContract(fixture)
{
    private ISubmissionStore Submissions => Store.Submissions;

    [Fact]
    public async Task Accepting_answers_the_stored_row()
    {
        var submission = Submission("a");

        var result = await Submissions.AcceptAsync(submission, Token);

        Assert.True(result.IsNew);
        AssertRecord.Equal(new Submission
        {
            ArticleId = submission.ArticleId,
            Version = 1,
            IsLatest = true,
            Kind = SubmissionKind.Article,
            Source = "example",
            SourceArticleId = "a",
            Hints = submission.Hints,
            ContentType = submission.ContentType,
            ContentHash = submission.ContentHash,
            RawLength = submission.Raw.Length,
            ReceivedAt = submission.ReceivedAt,
            TraceParent = submission.TraceParent,
            State = SubmissionState.Accepted,
            ChangedAt = submission.ReceivedAt,
            Attempt = 1,
            DueAt = submission.DueAt,
        }, result.Submission);
        AssertRecord.Equal(result.Submission, await FindAsync("a", 1));
    }

    [Fact]
    public async Task What_the_sender_did_not_say_stays_unsaid()
    {
        var bare = new NewSubmission { ArticleId = Id("bare"), Source = "example", ReceivedAt = Now, DueAt = Now };

        var stored = (await Submissions.AcceptAsync(bare, Token)).Submission;

        var found = await FindAsync("bare", 1);
        AssertRecord.Equal(stored, found);
        Assert.Null(found!.SourceArticleId);
        Assert.Null(found.TraceParent);
        Assert.Equal(new ArticleHints(), found.Hints);
    }

    [Fact]
    public async Task The_same_content_again_is_no_new_version()
    {
        var first = await Submissions.AcceptAsync(Submission("a"), Token);

        var again = await Submissions.AcceptAsync(Submission("a", at: Now.AddHours(1)), Token);

        Assert.False(again.IsNew);
        AssertRecord.Equal(first.Submission, again.Submission);
        Assert.Single(await Submissions.ListVersionsAsync(Id("a"), Token));
    }

    [Fact]
    public async Task Other_content_is_the_next_version_and_ends_the_one_before_as_latest()
    {
        var first = await Submissions.AcceptAsync(Submission("a", "one"), Token);
        var second = await Submissions.AcceptAsync(Submission("a", "two", at: Now.AddMinutes(1)), Token);

        Assert.True(second.IsNew);
        Assert.Equal(2, second.Submission.Version);
        var versions = await Submissions.ListVersionsAsync(Id("a"), Token);
        Assert.Equal(2, versions.Count);
        AssertRecord.Equal(first.Submission with { IsLatest = false }, versions[0]);
        AssertRecord.Equal(second.Submission, versions[1]);
    }

    [Fact]
    public async Task Going_back_to_earlier_content_is_a_new_version()
    {
        await Submissions.AcceptAsync(Submission("a", "one"), Token);
        await Submissions.AcceptAsync(Submission("a", "two"), Token);

        var back = await Submissions.AcceptAsync(Submission("a", "one"), Token);

        Assert.True(back.IsNew);
        Assert.Equal(3, back.Submission.Version);
    }

    [Fact]
    public async Task A_withdrawal_is_a_version_and_a_second_one_is_not()
    {
        await Submissions.AcceptAsync(Submission("a"), Token);

        var withdrawal = await Submissions.AcceptAsync(Withdrawal("a"), Token);
        var again = await Submissions.AcceptAsync(Withdrawal("a", Now.AddHours(1)), Token);

        Assert.True(withdrawal.IsNew);
        Assert.Equal(2, withdrawal.Submission.Version);
        Assert.Equal(SubmissionKind.Withdrawal, withdrawal.Submission.Kind);
        Assert.False(again.IsNew);
        AssertRecord.Equal(withdrawal.Submission, again.Submission);
    }

    [Fact]
    public async Task The_same_content_after_a_withdrawal_is_a_new_version()
    {
        await Submissions.AcceptAsync(Submission("a"), Token);
        await Submissions.AcceptAsync(Withdrawal("a"), Token);

        var result = await Submissions.AcceptAsync(Submission("a"), Token);

        Assert.True(result.IsNew);
        Assert.Equal(3, result.Submission.Version);
        Assert.Equal([false, false, true], (await Submissions.ListVersionsAsync(Id("a"), Token)).Select(s => s.IsLatest));
    }

    [Fact]
    public async Task Concurrent_submissions_of_one_article_get_versions_without_gaps()
    {
        await using var other = await Fixture.OpenAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            (i % 2 == 0 ? Submissions : other.Submissions).AcceptAsync(Submission("a", $"text {i}"), Token)));

        Assert.All(results, r => Assert.True(r.IsNew));
        Assert.Equal(Enumerable.Range(1, 12), results.Select(r => r.Submission.Version).Order());
        var versions = await Submissions.ListVersionsAsync(Id("a"), Token);
        Assert.Equal(Enumerable.Range(1, 12), versions.Select(v => v.Version));
        Assert.Equal([12], versions.Where(v => v.IsLatest).Select(v => v.Version));
        foreach (var version in versions)
        {
            var raw = await Submissions.ReadRawAsync(version.ArticleId, version.Version, Token);
            Assert.Equal(version.ContentHash, Convert.ToHexStringLower(SHA256.HashData(raw!.Content.Span)));
        }
    }

    [Fact]
    public async Task Concurrent_submissions_of_the_same_content_are_one_version()
    {
        await using var other = await Fixture.OpenAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            (i % 2 == 0 ? Submissions : other.Submissions).AcceptAsync(Submission("a"), Token)));

        Assert.Single(results, r => r.IsNew);
        Assert.Single(await Submissions.ListVersionsAsync(Id("a"), Token));
    }

    [Fact]
    public async Task Concurrent_submissions_of_many_articles_are_all_kept()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(i =>
            Submissions.AcceptAsync(Submission($"a{i}", $"text {i}"), Token)));

        Assert.All(results, r => Assert.True(r is { IsNew: true, Submission.Version: 1 }));
        Assert.Equal(64, (await Submissions.ReadBacklogAsync(Token)).Unfinished);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(70_000)]
    [InlineData(10 * 1024 * 1024)]
    public async Task Raw_bytes_come_back_as_they_were(int length)
    {
        var raw = new byte[length];
        new Random(length).NextBytes(raw);
        if (length > 1) raw[0] = raw[^1] = 0;
        await Submissions.AcceptAsync(Submission("a") with { Raw = raw, ContentType = "text/html; charset=gbk" }, Token);

        var content = await Submissions.ReadRawAsync(Id("a"), 1, Token);

        Assert.NotNull(content);
        Assert.True(content.Content.Span.SequenceEqual(raw), "the bytes differ");
        Assert.Equal("text/html; charset=gbk", content.ContentType);
        Assert.Equal(length, (await FindAsync("a", 1))!.RawLength);
    }

    [Fact]
    public async Task A_part_of_a_larger_buffer_is_stored_as_that_part()
    {
        var buffer = Encoding.UTF8.GetBytes("before|\0the part\0|after");
        await Submissions.AcceptAsync(Submission("a") with { Raw = buffer.AsMemory(7, 10) }, Token);

        var content = await Submissions.ReadRawAsync(Id("a"), 1, Token);

        Assert.Equal("\0the part\0", Encoding.UTF8.GetString(content!.Content.Span));
    }

    [Fact]
    public async Task There_are_no_bytes_of_a_withdrawal_or_of_what_is_not_there()
    {
        await Submissions.AcceptAsync(Withdrawal("a"), Token);

        Assert.Null(await Submissions.ReadRawAsync(Id("a"), 1, Token));
        Assert.Null(await Submissions.ReadRawAsync(Id("a"), 2, Token));
        Assert.Null(await Submissions.ReadRawAsync(Id("unknown"), 1, Token));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await Submissions.AcceptAsync(Submission("a"), Token);

        Assert.Null(await FindAsync("a", 2));
        Assert.Null(await FindAsync("unknown", 1));
        Assert.Empty(await Submissions.ListVersionsAsync(Id("unknown"), Token));
    }

    [Fact]
    public async Task Deferring_puts_back_with_the_reason()
    {
        var stored = (await Submissions.AcceptAsync(Submission("a"), Token)).Submission;
        var (failure, timeline, dueAt) = (Failure(), Timeline(), Now.AddMinutes(2));

        Assert.True(await Submissions.DeferAsync(Id("a"), 1, dueAt, failure, timeline, Token));

        AssertRecord.Equal(
            stored with { DueAt = dueAt, Failure = failure, Timeline = timeline }, (await FindAsync("a", 1))!);
    }

    [Fact]
    public async Task Deferring_without_a_failure_leaves_none()
    {
        await Submissions.AcceptAsync(Submission("a"), Token);
        await Submissions.DeferAsync(Id("a"), 1, Now.AddMinutes(1), Failure(), Timeline(), Token);

        Assert.True(await Submissions.DeferAsync(Id("a"), 1, Now.AddMinutes(2), null, [], Token));

        var found = await FindAsync("a", 1);
        Assert.Null(found!.Failure);
        Assert.Empty(found.Timeline);
    }

    [Fact]
    public async Task Failing_ends_it_with_stage_reason_and_time()
    {
        var stored = (await Submissions.AcceptAsync(Submission("a"), Token)).Submission;
        var (failure, timeline) = (Failure(), Timeline());

        Assert.True(await Submissions.FailAsync(Id("a"), 1, failure, timeline, Token));

        AssertRecord.Equal(
            stored with
            {
                State = SubmissionState.Failed,
                ChangedAt = failure.FailedAt,
                DueAt = null,
                Failure = failure,
                Timeline = timeline,
            },
            (await FindAsync("a", 1))!);
    }

    [Fact]
    public async Task A_failure_without_a_stack_is_kept_as_well()
    {
        await Submissions.AcceptAsync(Submission("a"), Token);
        var failure = Failure() with { Detail = null };

        await Submissions.FailAsync(Id("a"), 1, failure, [], Token);

        AssertRecord.Equal(failure, (await FindAsync("a", 1))!.Failure);
    }

    [Theory]
    [InlineData(SubmissionState.Published)]
    [InlineData(SubmissionState.Withdrawn)]
    [InlineData(SubmissionState.Superseded)]
    [InlineData(SubmissionState.Failed)]
    public async Task What_is_finished_is_not_changed(SubmissionState state)
    {
        var version = await FinishAsync("a", state);
        var before = await FindAsync("a", version);
        Assert.Equal(state, before!.State);

        Assert.False(await Submissions.DeferAsync(Id("a"), version, Now, Failure(Stage.Publish), [], Token));
        Assert.False(await Submissions.FailAsync(Id("a"), version, Failure(Stage.Publish), [], Token));
        if (state != SubmissionState.Failed) Assert.False(await Submissions.ReplayAsync(Id("a"), version, Now, Token));
        Assert.DoesNotContain(
            await Submissions.ClaimDueAsync(10, Now.AddYears(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), Token),
            s => s.Version == version);

        AssertRecord.Equal(before, await FindAsync("a", version));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_changed()
    {
        Assert.False(await Submissions.DeferAsync(Id("a"), 1, Now, null, [], Token));
        Assert.False(await Submissions.FailAsync(Id("a"), 1, Failure(), [], Token));
        Assert.False(await Submissions.ReplayAsync(Id("a"), 1, Now, Token));
    }

    [Fact]
    public async Task A_replay_begins_again_without_the_failure()
    {
        await Submissions.AcceptAsync(Submission("a"), Token);
        await Submissions.FailAsync(Id("a"), 1, Failure(), Timeline(), Token);
        var failed = await FindAsync("a", 1);
        var later = Now.AddHours(3);

        Assert.True(await Submissions.ReplayAsync(Id("a"), 1, later, Token));

        AssertRecord.Equal(
            failed! with { State = SubmissionState.Accepted, ChangedAt = later, DueAt = later, Attempt = 0, Failure = null },
            (await FindAsync("a", 1))!);
        Assert.False(await Submissions.ReplayAsync(Id("a"), 1, later, Token));
        var claimed = Assert.Single(
            await Submissions.ClaimDueAsync(10, later, TimeSpan.FromSeconds(30), TimeSpan.FromHours(1), Token));
        Assert.Equal(1, claimed.Attempt);
        Assert.Equal(later.AddSeconds(30), claimed.DueAt);
    }

    [Fact]
    public async Task The_backlog_counts_what_is_unfinished_and_what_failed()
    {
        Assert.Equal(new Backlog(0, 0, null), await Submissions.ReadBacklogAsync(Token));

        await Submissions.AcceptAsync(Submission("old", at: Now.AddHours(-2)), Token);
        await Submissions.AcceptAsync(Submission("new", at: Now), Token);
        await Submissions.AcceptAsync(Submission("failed", at: Now.AddHours(-3)), Token);
        await Submissions.FailAsync(Id("failed"), 1, Failure(), [], Token);
        await FinishAsync("published", SubmissionState.Published);
        Assert.Equal(new Backlog(2, 1, Now.AddHours(-2)), await Submissions.ReadBacklogAsync(Token));

        await Submissions.ReplayAsync(Id("failed"), 1, Now, Token);
        Assert.Equal(new Backlog(3, 0, Now.AddHours(-3)), await Submissions.ReadBacklogAsync(Token));
    }

    [Fact]
    public async Task A_cancelled_call_says_so_and_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Submissions.AcceptAsync(Submission("a"), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Submissions.FindAsync(Id("a"), 1, cancelled.Token));

        Assert.Null(await FindAsync("a", 1));
    }

    private Task<Submission?> FindAsync(string key, int version) => Submissions.FindAsync(Id(key), version, Token);

    /// <summary>Brings a version of an article to an end; answers which.</summary>
    private async Task<int> FinishAsync(string key, SubmissionState state)
    {
        switch (state)
        {
            case SubmissionState.Published:
                await Submissions.AcceptAsync(Submission(key), Token);
                await Store.Articles.PublishAsync(Publication(key), Token);
                return 1;
            case SubmissionState.Withdrawn:
                await Submissions.AcceptAsync(Withdrawal(key), Token);
                await Store.Articles.PublishAsync(WithdrawalOf(key, 1), Token);
                return 1;
            case SubmissionState.Superseded:
                await Submissions.AcceptAsync(Submission(key, "one"), Token);
                await Submissions.AcceptAsync(Submission(key, "two"), Token);
                await Store.Articles.PublishAsync(Publication(key, 2), Token);
                await Store.Articles.PublishAsync(Publication(key, 1), Token);
                return 1;
            default:
                await Submissions.AcceptAsync(Submission(key), Token);
                await Submissions.FailAsync(Id(key), 1, Failure(), Timeline(), Token);
                return 1;
        }
    }
}
