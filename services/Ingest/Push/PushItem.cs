using Ingestion.Ingest.Submissions;

namespace Ingestion.Ingest.Push;

/// <summary>One thing that a push asks for, checked.</summary>
/// <param name="Article">The article; of a withdrawal only what it is known by counts.</param>
/// <param name="IsWithdrawal">Whether the article is taken back.</param>
internal sealed record PushItem(SubmissionDraft Article, bool IsWithdrawal)
{
    /// <summary>The article's id.</summary>
    public string ArticleId => SubmissionFactory.Identify(Article);
}
