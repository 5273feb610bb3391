using Ingestion.Hosting;
using System.ComponentModel;
using Ingestion.Contracts;
using Ingestion.Storage;
using Microsoft.Net.Http.Headers;

namespace Ingestion.Publish.Api;

/// <summary>GET /v1/articles/{id}/raw.</summary>
internal static class ReadRaw
{
    public static async Task<IResult> HandleAsync(
        string id, [Description("The version; the latest unless told otherwise.")] string? version,
        ISubmissionStore submissions, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!ArticleId.IsWellFormed(id)) return Problems.NoSuchArticle(id);
        var errors = new QueryErrors();
        var asked = (int)errors.Number("version", version, 1, int.MaxValue, 0);
        if (errors.Any) return errors.ToResult();

        var versions = await submissions.ListVersionsAsync(id, cancellationToken);
        if (versions.Count == 0) return Problems.NoSuchArticle(id);
        var submission = asked > 0 ? versions.FirstOrDefault(v => v.Version == asked) : versions[^1];
        if (submission is null) return Problems.NoSuchVersion(id, version!);
        if (versions.Any(v => v.Kind == SubmissionKind.Withdrawal && v.Version > submission.Version)) return Problems.Withdrawn(id, submission.Version);
        if (submission.IsHeldBack()) return Problems.Embargoed(id, submission);
        var raw = await submissions.ReadRawAsync(id, submission.Version, cancellationToken);
        if (raw is null) return Problems.NoRaw(id, submission.Version);

        ForbidRunning(response);
        return Results.Bytes(
            raw.Content, raw.ContentType, $"{id}-{submission.Version}{Extension(raw.ContentType)}",
            entityTag: new EntityTagHeaderValue($"\"{submission.ContentHash}\""));
    }

    /// <summary>The bytes are a stranger's and come from our origin: no browser may show or run them here.</summary>
    private static void ForbidRunning(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
    }

    private static string Extension(string contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type) ? ""
        : type.MediaType.Value?.ToLowerInvariant() switch
        {
            "text/html" => ".html",
            "application/xhtml+xml" => ".xhtml",
            "text/plain" => ".txt",
            _ => "",
        };
}
