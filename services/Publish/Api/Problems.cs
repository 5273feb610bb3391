using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Publish.Api;

/// <summary>The errors of the read API, as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static IResult NoSuchArticle(string id) => NotFound("No such article", ArticleId.IsWellFormed(id)
        ? $"No article has the id '{id}'."
        : $"'{id}' is not an article's id. An id is {ArticleId.Length} characters of 0-9 and a-z without i, l, o and u, "
            + "as the answer to a push and every list give it.");

    public static IResult NoSuchVersion(string id, string version) =>
        NotFound("No such version", $"Article '{id}' has no version '{version}'. GET /v1/articles/{id} lists the versions there are.");

    public static IResult NoRaw(string id, int version) =>
        NotFound("No bytes", $"Version {version} of article '{id}' is a withdrawal: it came without bytes. ?version= names an earlier one.");

    public static IResult Withdrawn(string id, int version) => Results.Problem(
        title: "The article was withdrawn",
        detail: $"Version {version} of article '{id}' was withdrawn: its content is no longer given out. GET /v1/articles/{id} has its history.",
        statusCode: StatusCodes.Status410Gone);

    public static IResult Embargoed(string id, Submission submission) => Results.Problem(
        title: "Under embargo",
        detail: $"Version {submission.Version} of article '{id}' is under embargo until {submission.EmbargoedUntil:yyyy-MM-dd'T'HH:mm:ss'Z'}.",
        statusCode: StatusCodes.Status403Forbidden);

    private static IResult NotFound(string title, string detail) =>
        Results.Problem(title: title, detail: detail, statusCode: StatusCodes.Status404NotFound);
}
