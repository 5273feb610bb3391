using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISubmissionStore"/> promises about embargo and expiry.</summary>
public abstract class EmbargoContract(StoreFixture fixture) : StoreContract(fixture)
{
    private static readonly DateTimeOffset Tomorrow = Now.AddDays(1);

    private ISubmissionStore Submissions => Store.Submissions;

    [Fact]
    public async Task What_is_under_embargo_is_due_when_that_ends_and_not_before()
    {
        var stored = (await Submissions.AcceptAsync(Submission("a") with { EmbargoedUntil = Tomorrow }, Token)).Submission;

        Assert.Equal((0, Tomorrow, Tomorrow, true), (stored.Attempt, stored.DueAt, stored.EmbargoedUntil, stored.IsHeldBack()));
        AssertRecord.Equal(stored, await Submissions.FindAsync(Id("a"), 1, Token));
        Assert.Empty(await ClaimAsync(Tomorrow.AddMilliseconds(-1)));
        var claimed = Assert.Single(await ClaimAsync(Tomorrow));
        Assert.Equal((1, false), (claimed.Attempt, claimed.IsHeldBack()));
    }

    [Fact]
    public async Task An_embargo_that_is_over_holds_nothing_back()
    {
        var stored = (await Submissions.AcceptAsync(Submission("a") with { EmbargoedUntil = Now }, Token)).Submission;

        Assert.Equal((1, Now.AddSeconds(30), false), (stored.Attempt, stored.DueAt, stored.IsHeldBack()));
    }

    [Fact]
    public async Task A_restart_ends_no_embargo_and_the_backlog_does_not_count_it()
    {
        await Submissions.AcceptAsync(Submission("a", at: Now.AddHours(-1)) with { EmbargoedUntil = Tomorrow }, Token);
        await Submissions.AcceptAsync(Submission("b"), Token);

        Assert.Equal(new Backlog(1, 0, Now), await Submissions.ReadBacklogAsync(Token));
        Assert.Equal(1, await Submissions.ReleaseLeasesAsync(Now, Token));
        Assert.Equal(Id("b"), Assert.Single(await ClaimAsync(Now)).ArticleId);
    }

    [Fact]
    public async Task What_has_expired_is_withdrawn_once_the_first_to_expire_first()
    {
        foreach (var hours in new[] { 2, 1, 3 })
            await Submissions.AcceptAsync(Submission($"a{hours}") with { ExpiresAt = Now.AddHours(hours) }, Token);
        await Submissions.AcceptAsync(Submission("forever"), Token);
        var at = Now.AddHours(2);

        Assert.Empty(await Submissions.WithdrawExpiredAsync(10, Now.AddMinutes(59), Token));
        var first = await Submissions.WithdrawExpiredAsync(1, at, Token);
        var second = await Submissions.WithdrawExpiredAsync(10, at, Token);

        Assert.Equal(Id("a1"), Assert.Single(first).ArticleId);
        Assert.Equal(Id("a2"), Assert.Single(second).ArticleId);
        Assert.Empty(await Submissions.WithdrawExpiredAsync(10, at, Token));
        var versions = await Submissions.ListVersionsAsync(Id("a1"), Token);
        Assert.Equal(
            [(1, SubmissionKind.Article, false), (2, SubmissionKind.Withdrawal, true)], versions.Select(v => (v.Version, v.Kind, v.IsLatest)));
        AssertRecord.Equal(first[0], versions[1]);
        Assert.Null(await Submissions.ReadRawAsync(Id("a1"), 2, Token));
        Assert.Equal(new[] { Id("a1"), Id("a2") }.Order(), (await ClaimAsync(at)).Where(s => s.Kind == SubmissionKind.Withdrawal).Select(s => s.ArticleId).Order());
    }

    [Fact]
    public async Task What_expires_before_it_is_published_never_is()
    {
        await Submissions.AcceptAsync(Submission("embargoed") with { EmbargoedUntil = Tomorrow, ExpiresAt = Now.AddHours(1) }, Token);
        await Submissions.AcceptAsync(Submission("waiting", dueAt: Now) with { ExpiresAt = Now.AddHours(1) }, Token);
        await Submissions.AcceptAsync(Submission("published") with { ExpiresAt = Now.AddHours(1) }, Token);
        await Store.Articles.PublishAsync(Publication("published"), Token);

        await Submissions.WithdrawExpiredAsync(10, Now.AddHours(1), Token);

        Assert.Equal(SubmissionState.Superseded, (await Submissions.FindAsync(Id("embargoed"), 1, Token))!.State);
        Assert.Equal(SubmissionState.Superseded, (await Submissions.FindAsync(Id("waiting"), 1, Token))!.State);
        Assert.Equal(SubmissionState.Published, (await Submissions.FindAsync(Id("published"), 1, Token))!.State);
        Assert.All(await ClaimAsync(Tomorrow), claimed => Assert.Equal(SubmissionKind.Withdrawal, claimed.Kind));
    }

    [Fact]
    public async Task A_correction_says_anew_when_it_expires()
    {
        await Submissions.AcceptAsync(Submission("a", "one") with { ExpiresAt = Now.AddHours(1) }, Token);
        await Submissions.AcceptAsync(Submission("a", "two"), Token);

        Assert.Empty(await Submissions.WithdrawExpiredAsync(10, Now.AddHours(2), Token));
    }

    [Fact]
    public async Task Of_many_at_once_one_withdraws()
    {
        await using var other = await Fixture.OpenAsync();
        for (var i = 0; i < 5; i++) await Submissions.AcceptAsync(Submission($"a{i}") with { ExpiresAt = Now }, Token);

        var withdrawn = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? Submissions : other.Submissions).WithdrawExpiredAsync(10, Now, Token)));

        Assert.Equal(Enumerable.Range(0, 5).Select(i => Id($"a{i}")).Order(), withdrawn.SelectMany(w => w).Select(w => w.ArticleId).Order());
    }

    [Fact]
    public async Task A_version_that_is_made_again_keeps_its_expiry_and_has_no_embargo()
    {
        await Submissions.AcceptAsync(Submission("a") with { EmbargoedUntil = Now.AddMinutes(1), ExpiresAt = Tomorrow }, Token);

        var again = await Submissions.AcceptAgainAsync(new Resubmission(Id("a"), 1, Now.AddHours(1), null), Token);

        Assert.Equal((null, Tomorrow), (again!.EmbargoedUntil, again.ExpiresAt));
        Assert.Single(await Submissions.WithdrawExpiredAsync(10, Tomorrow, Token));
    }

    private Task<IReadOnlyList<Submission>> ClaimAsync(DateTimeOffset now) =>
        Submissions.ClaimDueAsync(10, now, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), Token);
}
