namespace Ingestion.Storage;

/// <summary>What a submission asks for.</summary>
public enum SubmissionKind
{
    /// <summary>Publish this content.</summary>
    Article,

    /// <summary>Take the article back.</summary>
    Withdrawal,
}
