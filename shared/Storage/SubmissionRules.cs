namespace Ingestion.Storage;

/// <summary>What both adapters decide alike about submissions.</summary>
internal static class SubmissionRules
{
    /// <summary>Whether a submission asks for what the article's latest version is already.</summary>
    public static bool IsRepetition(Submission latest, NewSubmission submission) =>
        latest.Kind == submission.Kind
        && (submission.Kind == SubmissionKind.Withdrawal || latest.ContentHash == submission.ContentHash);

    /// <summary>The row that a submission begins as.</summary>
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
        Attempt = 1,
        DueAt = submission.DueAt,
    };
}
