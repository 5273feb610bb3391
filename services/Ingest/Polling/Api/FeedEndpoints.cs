using System.ComponentModel;
using Ingestion.Contracts;
using Ingestion.Hosting;
using Ingestion.Hosting.Access;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling.Api;

/// <summary>The API about polled feeds.</summary>
internal static class FeedEndpoints
{
    private const int MaxLimit = 200;
    private const int DefaultLimit = 50;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("/v1").WithTags("Feeds").RequireWriteAccess();

        feeds.MapGet("/feeds", ListAsync)
            .WithName("ListFeeds")
            .WithSummary("List the feeds that are polled")
            .WithDescription("In order of their sources' ids, each with its state, its last result and its next poll.")
            .Produces<FeedList>()
            .ProducesValidationProblem();

        feeds.MapPost("/feeds/preview", PreviewAsync)
            .Accepts<PreviewBody>("application/json")
            .WithName("PreviewFeed")
            .WithSummary("Find the feed behind a URL and see its last entries before it is saved")
            .WithDescription("The URL may be the feed's own or that of a page, whose feed is found then. Nothing is written.")
            .Produces<PreviewContent>()
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);

        feeds.MapGet("/sources/{id}/feed", ReadAsync)
            .WithName("ReadFeed")
            .WithSummary("Read a source's feed")
            .Produces<FeedContent>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        feeds.MapPut("/sources/{id}/feed", SaveAsync)
            .Accepts<FeedBody>("application/json")
            .WithName("SaveFeed")
            .WithSummary("Set up a source's feed, or change it")
            .WithDescription("It is polled at once, unless it is paused. A feed that had stopped is polled again.")
            .Produces<FeedContent>()
            .Produces<FeedContent>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);

        feeds.MapDelete("/sources/{id}/feed", DeleteAsync)
            .WithName("DeleteFeed")
            .WithSummary("Stop polling a source's feed for good")
            .WithDescription("Its articles stay.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);

        feeds.MapPost("/sources/{id}/feed/poll", PollNowAsync)
            .WithName("PollFeed")
            .WithSummary("Poll a source's feed now")
            .WithDescription("Also one that had stopped. Its result is in GET /v1/sources/{id}/feed within seconds.")
            .Produces<FeedContent>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(
        [Description("The last source's id of the page before: its next.")] string? after,
        [Description("Feeds on a page, 1 to 200; 50 unless told otherwise.")] string? limit,
        IFeedStore feeds, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var most = (int)errors.Number("limit", limit, 1, MaxLimit, DefaultLimit);
        if (errors.Any) return errors.ToResult();
        // One more than the page holds tells whether there is another page.
        var found = await feeds.ListAsync(string.IsNullOrEmpty(after) ? null : after, most + 1, cancellationToken);
        var page = found.Take(most).Select(FeedContent.From).ToList();
        return Results.Json(new FeedList(page, found.Count > most ? page[^1].Source : null), IngestionJson.Options);
    }

    private static async Task<IResult> PreviewAsync(HttpRequest request, FeedControl control, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<PreviewBody>(request, cancellationToken);
        if (body is null) return problem!;
        var (seen, error) = await control.LookAsync(body.Url, cancellationToken);
        if (seen is null) return error!.ToResult();
        var feed = seen.Feed!;
        return Results.Json(
            new PreviewContent(
                seen.Url, feed.Version.ToString(), feed.Title?.ToPlainText(), feed.Entries.Count,
                [.. seen.Entries.Select(entry => new PreviewEntry(entry.Title, entry.Url, entry.PublishedAt, TeaserJudge.IsTeaser(entry)))],
                [.. seen.Candidates.Select(candidate => candidate.Url)], feed.Defects),
            IngestionJson.Options);
    }

    private static async Task<IResult> ReadAsync(string id, IFeedStore feeds, CancellationToken cancellationToken) =>
        await feeds.FindAsync(id, cancellationToken) is { } feed
            ? Results.Json(FeedContent.From(feed), IngestionJson.Options)
            : FeedProblems.NoFeed(id).ToResult();

    private static async Task<IResult> SaveAsync(string id, HttpRequest request, FeedControl control, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<FeedBody>(request, cancellationToken);
        if (body is null) return problem!;
        var (saved, error) = await control.SaveAsync(id, body, cancellationToken);
        return saved is null ? error!.ToResult() : Results.Json(
            FeedContent.From(saved), IngestionJson.Options, statusCode: saved.Revision == 1 ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> DeleteAsync(string id, IFeedStore feeds, CancellationToken cancellationToken) =>
        await feeds.DeleteAsync(id, cancellationToken) ? Results.NoContent() : FeedProblems.NoFeed(id).ToResult();

    private static async Task<IResult> PollNowAsync(string id, FeedControl control, CancellationToken cancellationToken)
    {
        var (feed, error) = await control.PollNowAsync(id, cancellationToken);
        return feed is null ? error!.ToResult()
            : Results.Json(FeedContent.From(feed), IngestionJson.Options, statusCode: StatusCodes.Status202Accepted);
    }
}
