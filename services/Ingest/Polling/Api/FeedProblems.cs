using Ingestion.Ingest.Sources;

namespace Ingestion.Ingest.Polling.Api;

/// <summary>What can be wrong with a feed that is set up.</summary>
internal static class FeedProblems
{
    public static SetupError Fields(Dictionary<string, string[]> errors) => SetupError.Of("The feed is not valid", errors);

    public static SetupError NoFeed(string id) => new(
        StatusCodes.Status404NotFound, "No such feed", $"The source '{id}' has no feed. PUT /v1/sources/{{id}}/feed sets one up.");

    public static SetupError Paused(string id) => new(
        StatusCodes.Status409Conflict, "The feed is paused", $"The feed of '{id}' is paused: save it with paused false, and it is polled at once.");

    public static SetupError Busy(string id) => new(
        StatusCodes.Status409Conflict, "The feed is being changed", $"Others keep changing the feed of '{id}': try again.");
}
