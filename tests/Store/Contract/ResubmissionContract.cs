using System.Text;
using Ingestion.Storage;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Contract;

/// <summary>What every <see cref="ISubmissionStore"/> promises about versions that are made again from stored bytes.</summary>
public abstract class ResubmissionContract(StoreFixture fixture) : StoreContract(fixture)
{
    private static readonly DateTimeOffset Later = Now.AddHours(1);

    private ISubmissionStore Submissions => Store.Submissions;

    [Fact]
    public async Task The_next_version_has_the_same_bytes_and_hints_and_begins_anew()
    {
        var first = (await Submissions.AcceptAsync(Submission("a", "text, 文"), Token)).Submission;
        await Store.Articles.PublishAsync(Publication("a"), Token);

        var again = await AgainAsync("a", 1);

        AssertRecord.Equal(
            first with
            {
                Version = 2,
                ReceivedAt = Later,
                ChangedAt = Later,
                TraceParent = "trace",
                DueAt = Later,
                Attempt = 0,
                RecleanedFrom = 1,
            },
            again);
        var versions = await Submissions.ListVersionsAsync(Id("a"), Token);
        Assert.Equal([(1, false, SubmissionState.Published), (2, true, SubmissionState.Accepted)], versions.Select(v => (v.Version, v.IsLatest, v.State)));
        AssertRecord.Equal(again, versions[1]);
        var raw = await Submissions.ReadRawAsync(Id("a"), 2, Token);
        Assert.Equal(("text, 文", first.ContentType), (Encoding.UTF8.GetString(raw!.Content.Span), raw.ContentType));
    }

    [Fact]
    public async Task It_is_due_at_once_and_its_first_claim_is_its_first_attempt()
    {
        await AcceptPublishedAsync("a");
        await AgainAsync("a", 1);

        var claimed = Assert.Single(await Submissions.ClaimDueAsync(10, Later, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), Token));

        Assert.Equal((2, 1, 1), (claimed.Version, claimed.Attempt, claimed.RecleanedFrom));
    }

    [Fact]
    public async Task The_same_content_pushed_later_is_still_the_same_content()
    {
        await AcceptPublishedAsync("a");
        await AgainAsync("a", 1);

        var pushed = await Submissions.AcceptAsync(Submission("a", at: Later.AddHours(1)), Token);

        Assert.Equal((false, 2), (pushed.IsNew, pushed.Submission.Version));
    }

    [Fact]
    public async Task A_newer_version_wins()
    {
        await AcceptPublishedAsync("a");
        await Submissions.AcceptAsync(Submission("a", "second"), Token);

        Assert.Null(await AgainAsync("a", 1));

        Assert.Equal(2, (await Submissions.ListVersionsAsync(Id("a"), Token)).Count);
    }

    [Fact]
    public async Task What_was_withdrawn_stays_so()
    {
        await AcceptPublishedAsync("a");
        await Submissions.AcceptAsync(Withdrawal("a"), Token);

        Assert.Null(await AgainAsync("a", 1));
        Assert.Null(await AgainAsync("a", 2));

        Assert.Equal(2, (await Submissions.ListVersionsAsync(Id("a"), Token)).Count);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_made_again()
    {
        await AcceptPublishedAsync("a");

        Assert.Null(await AgainAsync("another", 1));
        Assert.Null(await AgainAsync("a", 2));
    }

    [Fact]
    public async Task One_of_many_makes_the_next_version()
    {
        await using var other = await Fixture.OpenAsync();
        await AcceptPublishedAsync("a");

        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            (i % 2 == 0 ? Submissions : other.Submissions).AcceptAgainAsync(new Resubmission(Id("a"), 1, Later, null), Token)));

        Assert.Single(made, version => version is not null);
        Assert.Equal(2, (await Submissions.ListVersionsAsync(Id("a"), Token)).Count);
    }

    [Fact]
    public async Task It_can_be_made_again_and_again()
    {
        await AcceptPublishedAsync("a");
        await AgainAsync("a", 1);
        await Store.Articles.PublishAsync(Publication("a", 2), Token);

        var third = await AgainAsync("a", 2);

        Assert.Equal((3, 2), (third!.Version, third.RecleanedFrom));
        Assert.NotNull(await Submissions.ReadRawAsync(Id("a"), 3, Token));
    }

    private async Task AcceptPublishedAsync(string key)
    {
        await Submissions.AcceptAsync(Submission(key), Token);
        await Store.Articles.PublishAsync(Publication(key), Token);
    }

    private Task<Submission?> AgainAsync(string key, int version) =>
        Submissions.AcceptAgainAsync(new Resubmission(Id(key), version, Later, "trace"), Token);
}
