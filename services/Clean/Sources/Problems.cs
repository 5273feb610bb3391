using Ingestion.Storage;

namespace Ingestion.Clean.Sources;

/// <summary>The errors of the API about sources, as problem details (RFC 9457).</summary>
internal static class Problems
{
    public static IResult NoSuchSource(string id) => Results.Problem(
        title: "No such source",
        detail: $"The source '{id}' has no record, so it works with the defaults. PUT /v1/sources/{id} makes one.",
        statusCode: StatusCodes.Status404NotFound);

    public static IResult Stale(string id, Source? current) => Results.Problem(
        title: "The source has changed",
        detail: current is null
            ? $"The source '{id}' has no record (any more). To make one, send the request without If-Match."
            : $"The source '{id}' is at revision {current.Revision}. Read it again, make the change there, and send it with If-Match: \"{current.Revision}\".",
        statusCode: StatusCodes.Status412PreconditionFailed);

    public static IResult NeedsRevision(string id, Source current) => Results.Problem(
        title: "Which revision did you see?",
        detail: $"The source '{id}' is there already. Send If-Match with the revision that you have read (it is at \"{current.Revision}\"), "
            + "or If-Match: * to write over whatever is there.",
        statusCode: StatusCodes.Status428PreconditionRequired);

    public static IResult Fields(Dictionary<string, string[]> errors, string title) => Results.ValidationProblem(
        errors, title: title, detail: Detail(errors), statusCode: StatusCodes.Status422UnprocessableEntity);

    private static string Detail(Dictionary<string, string[]> errors) =>
        string.Join(" ", errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value)}"));
}
