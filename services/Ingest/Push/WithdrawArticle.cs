using Ingestion.Ingest.Submissions;

namespace Ingestion.Ingest.Push;

/// <summary>DELETE /v1/articles/{id}.</summary>
internal static class WithdrawArticle
{
    public static async Task<IResult> HandleAsync(string id, HttpRequest request, Intake intake, StatusUrls urls,
        CancellationToken cancellationToken)
    {
        if (await intake.WithdrawAsync(id, cancellationToken) is not var (submission, isNew)) return Problems.NoSuchArticle(id);
        var answer = new PushAnswer(id, submission.Version, submission.State, !isNew, urls.For(request, id));
        return Results.Json(answer, statusCode: answer.StatusCode);
    }
}
