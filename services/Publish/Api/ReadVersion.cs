using System.Globalization;
using Ingestion.Contracts;
using Ingestion.Publish.Api.Records;
using Ingestion.Storage;

namespace Ingestion.Publish.Api;

/// <summary>GET /v1/articles/{id}/versions/{version}.</summary>
internal static class ReadVersion
{
    public static async Task<IResult> HandleAsync(
        string id, string version, ISubmissionStore submissions, IArticleStore articles, CancellationToken cancellationToken)
    {
        if (!ArticleId.IsWellFormed(id)) return Problems.NoSuchArticle(id);
        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Problems.NoSuchVersion(id, version);
        var submission = await submissions.FindAsync(id, number, cancellationToken);
        if (submission is null) return Problems.NoSuchVersion(id, version);
        return TaggedAnswer.Json(VersionDetail.From(submission, await articles.FindVersionAsync(id, number, cancellationToken)));
    }
}
