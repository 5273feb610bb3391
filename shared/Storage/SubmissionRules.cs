namespace Ingestion.Storage;

/// <summary>What both adapters decide alike about submissions.</summary>
internal static class SubmissionRules
{
    /// <summary>Whether a submission asks for what the article's latest version is already.</summary>
    public static bool IsRepetition(Submission latest, NewSubmission submission) =>
        latest.Kind == submission.Kind
        && (submission.Kind == SubmissionKind.Withdrawal || latest.ContentHash == submission.ContentHash);

    /// <summary>Whether a version can be made again from this one, which is the latest that there is.</summary>
    public static bool CanBeMadeAgain(Submission latest, Resubmission resubmission) =>
        latest.Version == resubmission.Version && latest.Kind == SubmissionKind.Article;

    /// <summary>The row that a version made again begins as: due, and at attempt 0, since the claim that takes it up makes it 1.</summary>
    public static Submission BeginAgain(Submission latest, Resubmission resubmission) => latest with
    {
        Version = latest.Version + 1,
        IsLatest = true,
        ReceivedAt = resubmission.At,
        TraceParent = resubmission.TraceParent,
        RecleanedFrom = latest.Version,
        EmbargoedUntil = null, // it was published, so its embargo is over
        State = SubmissionState.Accepted,
        ChangedAt = resubmission.At,
        Attempt = 0,
        DueAt = resubmission.At,
        Failure = null,
        Timeline = [],
        Summary = null,
    };

    /// <summary>The withdrawal of a version that has expired: due, and at attempt 0.</summary>
    public static Submission Expire(Submission latest, DateTimeOffset now)
    {
        var withdrawal = new NewSubmission
        {
            ArticleId = latest.ArticleId,
            Kind = SubmissionKind.Withdrawal,
            Source = latest.Source,
            SourceArticleId = latest.SourceArticleId,
            ReceivedAt = now,
            DueAt = now,
            TraceParent = latest.TraceParent,
        };
        return Begin(withdrawal, latest.Version + 1) with { Attempt = 0 };
    }

    /// <summary>The row that a submission begins as. One under embargo is due, for its first attempt, when that ends.</summary>
    public static Submission Begin(NewSubmission submission, int version) => new()
    {
        ArticleId = submission.ArticleId,
        Version = version,
        Kind = submission.Kind,
        Source = submission.Source,
        SourceArticleId = submission.SourceArticleId,
        Hints = submission.Hints,
        ContentType = submission.ContentType,
        ContentHash = submission.ContentHash,
        RawLength = submission.Raw.Length,
        ReceivedAt = submission.ReceivedAt,
        TraceParent = submission.TraceParent,
        State = SubmissionState.Accepted,
        ChangedAt = submission.ReceivedAt,
        EmbargoedUntil = submission.EmbargoedUntil,
        ExpiresAt = submission.ExpiresAt,
        Attempt = IsUnderEmbargo(submission) ? 0 : 1,
        DueAt = IsUnderEmbargo(submission) ? submission.EmbargoedUntil : submission.DueAt,
    };

    private static bool IsUnderEmbargo(NewSubmission submission) => submission.EmbargoedUntil > submission.ReceivedAt;
}
