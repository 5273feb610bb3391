using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISubmissionStore"/> promises about leases.</summary>
public abstract class SubmissionClaimContract(StoreFixture fixture) : StoreContract(fixture)
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly string[] Unclaimed = ["published", "failed", "deferred", "waiting"];

    private ISubmissionStore Submissions => Store.Submissions;

    [Fact]
    public async Task Only_what_is_due_is_claimed_oldest_first()
    {
        foreach (var minutes in new[] { 3, 1, 2, 4 })
            await Submissions.AcceptAsync(Submission($"a{minutes}", dueAt: Now.AddMinutes(minutes)), Token);

        Assert.Empty(await ClaimAsync(Now));
        var claimed = await ClaimAsync(Now.AddMinutes(3));

        Assert.Equal([Id("a1"), Id("a2"), Id("a3")], claimed.Select(s => s.ArticleId));
    }

    [Fact]
    public async Task No_more_than_the_limit_is_claimed()
    {
        for (var i = 0; i < 5; i++) await Submissions.AcceptAsync(Submission($"a{i}", dueAt: Now.AddSeconds(i)), Token);

        Assert.Equal([Id("a0"), Id("a1")], (await ClaimAsync(Now.AddMinutes(1), limit: 2)).Select(s => s.ArticleId));
        Assert.Equal([Id("a2"), Id("a3")], (await ClaimAsync(Now.AddMinutes(1), limit: 2)).Select(s => s.ArticleId));
        Assert.Equal([Id("a4")], (await ClaimAsync(Now.AddMinutes(1), limit: 2)).Select(s => s.ArticleId));
    }

    [Fact]
    public async Task A_claim_answers_the_row_as_it_is_stored_now()
    {
        var stored = (await Submissions.AcceptAsync(Submission("a", dueAt: Now), Token)).Submission;

        var claimed = Assert.Single(await ClaimAsync(Now));

        AssertRecord.Equal(stored with { Attempt = 2, DueAt = Now + 2 * OneMinute }, claimed);
        AssertRecord.Equal(claimed, await Submissions.FindAsync(Id("a"), 1, Token));
    }

    [Fact]
    public async Task A_lease_doubles_with_each_attempt_up_to_the_longest()
    {
        await Submissions.AcceptAsync(Submission("a", dueAt: Now), Token);
        var now = Now;
        var leases = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            var claimed = Assert.Single(await ClaimAsync(now));
            leases.Add((claimed.DueAt!.Value - now).TotalMinutes);
            Assert.Empty(await ClaimAsync(claimed.DueAt.Value.AddMilliseconds(-1)));
            now = claimed.DueAt.Value;
        }

        Assert.Equal([2, 4, 5, 5], leases);
    }

    [Fact]
    public async Task Two_claimers_never_get_the_same_submission()
    {
        await using var other = await Fixture.OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i =>
            Submissions.AcceptAsync(Submission($"a{i}", dueAt: Now.AddSeconds(-i)), Token)));

        var claimed = (await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(
                () => (i % 2 == 0 ? Submissions : other.Submissions).ClaimDueAsync(10, Now, OneMinute, FiveMinutes, Token)))))
            .SelectMany(s => s).ToList();
        claimed.AddRange(await ClaimAsync(Now, limit: 60));

        Assert.Equal(60, claimed.Count);
        Assert.Equal(60, claimed.Select(s => s.ArticleId).Distinct().Count());
        Assert.All(claimed, s => Assert.Equal(2, s.Attempt));
    }

    [Fact]
    public async Task A_large_claim_is_served_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 256).Select(i => Submissions.AcceptAsync(Submission($"a{i}", dueAt: Now), Token)));

        Assert.Equal(256, (await ClaimAsync(Now, limit: 256)).Count);
        Assert.Empty(await ClaimAsync(Now));
    }

    [Fact]
    public async Task What_was_deferred_is_claimed_when_it_is_due_again()
    {
        await Submissions.AcceptAsync(Submission("a", dueAt: Now), Token);
        await Submissions.DeferAsync(Id("a"), 1, Now.AddMinutes(10), Failure(), Timeline(), Token);

        Assert.Empty(await ClaimAsync(Now.AddMinutes(9)));
        var claimed = Assert.Single(await ClaimAsync(Now.AddMinutes(10)));
        AssertRecord.Equal(Failure(), claimed.Failure);
    }

    [Fact]
    public async Task An_extended_lease_ends_later()
    {
        var stored = (await Submissions.AcceptAsync(Submission("a", dueAt: Now), Token)).Submission;

        Assert.Equal(1, await Submissions.ExtendLeasesAsync([Extension("a", Now)], Token));

        AssertRecord.Equal(stored with { DueAt = Now.AddHours(1) }, await Submissions.FindAsync(Id("a"), 1, Token));
        Assert.Empty(await ClaimAsync(Now.AddMinutes(59)));
        Assert.Single(await ClaimAsync(Now.AddHours(1)));
    }

    [Fact]
    public async Task What_was_finished_deferred_or_claimed_since_is_not_extended()
    {
        await Submissions.AcceptAsync(Submission("claimed", dueAt: Now), Token);
        foreach (var id in Unclaimed) await Submissions.AcceptAsync(Submission(id, dueAt: Now.AddMinutes(1)), Token);
        await Store.Articles.PublishAsync(Publication("published"), Token);
        await Submissions.FailAsync(Id("failed"), 1, Failure(), [], Token);
        await Submissions.DeferAsync(Id("deferred"), 1, Now.AddSeconds(10), Failure(), Timeline(), Token);
        var claimed = Assert.Single(await ClaimAsync(Now));

        LeaseExtension[] extensions =
        [
            .. Unclaimed.Select(id => Extension(id, Now.AddMinutes(1))), Extension("claimed", Now), Extension("unknown", Now),
        ];
        Assert.Equal(1, await Submissions.ExtendLeasesAsync(extensions, Token));

        async Task<DateTimeOffset?> DueAsync(string id) => (await Submissions.FindAsync(Id(id), 1, Token))!.DueAt;
        Assert.Null(await DueAsync("published"));
        Assert.Null(await DueAsync("failed"));
        Assert.Equal(Now.AddSeconds(10), await DueAsync("deferred"));
        Assert.Equal(claimed.DueAt, await DueAsync("claimed"));
        Assert.Equal(Now.AddHours(1), await DueAsync("waiting"));
    }

    [Fact]
    public async Task Releasing_makes_everything_unfinished_due()
    {
        await Submissions.AcceptAsync(Submission("a", dueAt: Now.AddMinutes(10)), Token);
        await Submissions.AcceptAsync(Submission("b", dueAt: Now), Token);
        await Submissions.AcceptAsync(Submission("published"), Token);
        await Store.Articles.PublishAsync(Publication("published"), Token);
        await Submissions.AcceptAsync(Submission("failed"), Token);
        await Submissions.FailAsync(Id("failed"), 1, Failure(), [], Token);
        await ClaimAsync(Now);

        Assert.Equal(2, await Submissions.ReleaseLeasesAsync(Now.AddSeconds(1), Token));

        var claimed = await ClaimAsync(Now.AddSeconds(1));
        Assert.Equal(new[] { Id("a"), Id("b") }.Order(), claimed.Select(s => s.ArticleId).Order());
    }

    [Fact]
    public async Task An_earlier_version_that_is_unfinished_is_claimed_too()
    {
        await Submissions.AcceptAsync(Submission("a", "one", dueAt: Now), Token);
        await Submissions.AcceptAsync(Submission("a", "two", dueAt: Now.AddSeconds(1)), Token);

        var claimed = await ClaimAsync(Now.AddSeconds(1));

        Assert.Equal([(1, false), (2, true)], claimed.Select(s => (s.Version, s.IsLatest)));
    }

    private static LeaseExtension Extension(string id, DateTimeOffset dueAt) => new(Id(id), 1, dueAt, Now.AddHours(1));

    private Task<IReadOnlyList<Submission>> ClaimAsync(DateTimeOffset now, int limit = 100) =>
        Submissions.ClaimDueAsync(limit, now, OneMinute, FiveMinutes, Token);
}
