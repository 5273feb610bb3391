using Ingestion.Ingest;
using Ingestion.Ingest.Dispatch;
using Ingestion.Storage;
using Microsoft.Extensions.Options;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Dispatch;

public sealed class ConfirmedSubmissionsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ConfirmedSubmissions _confirmed = new(Options.Create(new IngestOptions()));

    [Fact]
    public void A_confirmed_submission_gets_its_longer_lease_when_half_of_the_first_is_over()
    {
        _confirmed.Add(Submission("a", due: Now.AddMinutes(2)));

        Assert.Empty(_confirmed.TakeDue(Now.AddSeconds(59)));
        var extension = Assert.Single(_confirmed.TakeDue(Now.AddMinutes(1)));

        Assert.Equal(new LeaseExtension("a", 1, DueAt: Now.AddMinutes(2), Until: Now.AddMinutes(61)), extension);
        Assert.Empty(_confirmed.TakeDue(Now.AddHours(1)));
    }

    [Fact]
    public void It_doubles_with_each_attempt_up_to_a_day()
    {
        for (var attempt = 1; attempt <= 6; attempt++) _confirmed.Add(Submission($"{attempt}", due: Now, attempt));

        var hours = _confirmed.TakeDue(Now).OrderBy(extension => extension.ArticleId).Select(extension => (extension.Until - Now).TotalHours);

        Assert.Equal([1, 2, 4, 8, 16, 24], hours);
    }

    [Fact]
    public void A_lease_that_is_longer_already_is_left_as_it_is()
    {
        var shorter = new ConfirmedSubmissions(Options.Create(new IngestOptions { Lease = TimeSpan.FromHours(4) }));
        shorter.Add(Submission("a", due: Now.AddHours(2)));

        Assert.Empty(shorter.TakeDue(Now));
    }

    [Fact]
    public void What_is_under_embargo_or_finished_has_no_lease_to_extend()
    {
        _confirmed.Add(Submission("a", due: null));

        Assert.Empty(_confirmed.TakeDue(Now.AddYears(1)));
    }

    private static Submission Submission(string id, DateTimeOffset? due, int attempt = 1) => new()
    {
        ArticleId = id,
        Version = 1,
        Kind = SubmissionKind.Article,
        Source = "source",
        ContentType = "text/html",
        ContentHash = "hash",
        RawLength = 1,
        ReceivedAt = Now,
        State = SubmissionState.Accepted,
        ChangedAt = Now,
        Attempt = attempt,
        DueAt = due,
    };
}
