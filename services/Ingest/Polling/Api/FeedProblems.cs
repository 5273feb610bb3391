namespace Ingestion.Ingest.Polling.Api;

/// <summary>The errors of the API about feeds, as problem details (RFC 9457).</summary>
internal static class FeedProblems
{
    public static IResult Fields(Dictionary<string, string[]> errors) => Results.ValidationProblem(
        errors, title: "The feed is not valid", detail: string.Join(" ", errors.Select(error => $"{error.Key}: {string.Join(" ", error.Value)}")),
        statusCode: StatusCodes.Status422UnprocessableEntity);

    public static IResult NoFeed(string id) => Results.Problem(
        title: "No such feed", detail: $"The source '{id}' has no feed. PUT /v1/sources/{{id}}/feed sets one up.", statusCode: StatusCodes.Status404NotFound);

    public static IResult Paused(string id) => Results.Problem(
        title: "The feed is paused", detail: $"The feed of '{id}' is paused: save it with paused false, and it is polled at once.",
        statusCode: StatusCodes.Status409Conflict);

    public static IResult Busy(string id) => Results.Problem(
        title: "The feed is being changed", detail: $"Others keep changing the feed of '{id}': try again.", statusCode: StatusCodes.Status409Conflict);
}
