using Ingestion.Storage;

namespace Ingestion.Publish.Api.Records;

/// <summary>One version of an article.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Source">The source it came from.</param>
/// <param name="IsCurrent">Whether it is the version that readers get.</param>
/// <param name="Version">What became of it.</param>
/// <param name="Article">Its content; absent before it is published, and for a withdrawal.</param>
internal sealed record VersionDetail(string Id, string Source, bool IsCurrent, VersionEntry Version, ArticleContent? Article)
{
    public static VersionDetail From(Submission submission, PublishedArticle? published) => new(
        submission.ArticleId, submission.Source, published?.IsCurrent ?? false, VersionEntry.From(submission),
        ArticleContent.From(published, withRemovals: true));
}
