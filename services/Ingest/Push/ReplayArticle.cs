using Ingestion.Hosting.Pipeline;
using Ingestion.Storage;

namespace Ingestion.Ingest.Push;

/// <summary>POST /v1/articles/{id}/replay: the latest failed version, or the one that ?version= names.</summary>
internal static class ReplayArticle
{
    public static async Task<IResult> HandleAsync(
        string id, int? version, HttpRequest request, ISubmissionStore submissions, StatusUrls urls, TimeProvider clock,
            CancellationToken cancellationToken)
    {
        var versions = await submissions.ListVersionsAsync(id, cancellationToken);
        if (versions.Count == 0) return Problems.NoSuchArticle(id);
        var failed = versions.LastOrDefault(v => v.State == SubmissionState.Failed && (version is null || v.Version == version));
        if (failed is null)
            return Problems.NotFailed(id, version is null ? "no version of it failed." : $"version {version} did not fail.");
        // The sweeper takes it up from here, at once: it is due now.
        if (!await submissions.ReplayAsync(id, failed.Version, clock.GetUtcNow().ToWholeMilliseconds(), cancellationToken))
            return Problems.NotFailed(id, $"version {failed.Version} is being replayed already.");
        var answer = new PushAnswer(id, failed.Version, SubmissionState.Accepted, Duplicate: false, urls.For(request, id));
        return Results.Json(answer, statusCode: answer.StatusCode);
    }
}
