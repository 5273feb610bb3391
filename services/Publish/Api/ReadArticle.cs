using Ingestion.Contracts;
using Ingestion.Publish.Api.Records;
using Ingestion.Storage;

namespace Ingestion.Publish.Api;

/// <summary>GET /v1/articles/{id}.</summary>
internal static class ReadArticle
{
    public static async Task<IResult> HandleAsync(
        string id, ISubmissionStore submissions, IArticleStore articles, CancellationToken cancellationToken)
    {
        if (!ArticleId.IsWellFormed(id)) return Problems.NoSuchArticle(id);
        var versions = await submissions.ListVersionsAsync(id, cancellationToken);
        if (versions.Count == 0) return Problems.NoSuchArticle(id);
        var current = await articles.FindCurrentAsync(id, cancellationToken);
        return TaggedAnswer.Json(
            ArticleDetail.From(versions, current, await SameStory.ReadClusterAsync(current, articles, cancellationToken)));
    }
}
