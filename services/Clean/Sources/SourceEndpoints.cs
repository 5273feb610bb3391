using System.ComponentModel;
using Ingestion.Contracts;
using Ingestion.Hosting;
using Ingestion.Hosting.Access;
using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Sources;
using Ingestion.Storage;

namespace Ingestion.Clean.Sources;

/// <summary>The API about sources.</summary>
internal static class SourceEndpoints
{
    private const int MaxLimit = 200;
    private const int DefaultLimit = 50;

    public static void MapSources(this IEndpointRouteBuilder app)
    {
        var sources = app.MapGroup("/v1/sources").WithTags("Sources").RequireWriteAccess();

        sources.MapGet("", ListAsync)
            .WithName("ListSources")
            .WithSummary("List the sources that were set up")
            .WithDescription("In order of their ids. A source that only ever appeared in pushes has no record and is not listed.")
            .Produces<SourceList>()
            .ProducesValidationProblem();

        sources.MapGet("/{id}", ReadAsync)
            .WithName("ReadSource")
            .WithSummary("Read a source")
            .WithDescription("Its ETag is its revision, for If-Match.")
            .Produces<SourceContent>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        sources.MapPut("/{id}", SaveAsync)
            .Accepts<SourceBody>("application/json")
            .WithName("SaveSource")
            .WithSummary("Set up a source, or change it")
            .WithDescription(
                "The whole of it: what is left out goes back to its default. A change needs If-Match with the revision that was read, so that "
                + "nobody's change is lost. New rules hold for what is cleaned a few seconds later; POST /v1/reclean applies them to what is there.")
            .Produces<SourceContent>()
            .Produces<SourceContent>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired);

        sources.MapDelete("/{id}", DeleteAsync)
            .WithName("DeleteSource")
            .WithSummary("Delete a source's record")
            .WithDescription("Its articles stay, and it may still push as any source without a record. With If-Match, only at that revision.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);

        sources.MapPost("/{id}/rules/preview", PreviewRules.HandleAsync)
            .Accepts<PreviewBody>("application/json")
            .WithName("PreviewRules")
            .WithSummary("See what rules would do before they are saved")
            .WithDescription(
                "Cleans stored pages of the source twice, with the rules as they are saved and with the draft, and shows the difference for each. "
                + "Nothing is written.")
            .Produces<PreviewAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(
        [Description("The last id of the page before: its next.")] string? after,
        [Description("Sources on a page, 1 to 200; 50 unless told otherwise.")] string? limit,
        ISourceStore sources, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var most = (int)errors.Number("limit", limit, 1, MaxLimit, DefaultLimit);
        if (errors.Any) return errors.ToResult();
        // One more than the page holds tells whether there is another page.
        var found = await sources.ListAsync(string.IsNullOrEmpty(after) ? null : after, most + 1, cancellationToken);
        var page = found.Take(most).ToList();
        return Results.Json(new SourceList([.. page.Select(SourceContent.From)], found.Count > most ? page[^1].Id : null), IngestionJson.Options);
    }

    private static async Task<IResult> ReadAsync(
        string id, HttpResponse response, ISourceStore sources, IRefusalStore refusals, CancellationToken cancellationToken)
    {
        if (await sources.FindAsync(id, cancellationToken) is not { } source) return Problems.NoSuchSource(id);
        var refused = await refusals.ListAsync(id, cancellationToken);
        response.Headers.ETag = Revisions.Tag(source.Revision);
        return Results.Json(
            SourceContent.From(source) with { Refusals = [.. refused.Select(r => new RefusalContent(r.Reason, r.Count, r.LastAt))] }, IngestionJson.Options);
    }

    private static async Task<IResult> SaveAsync(
        string id, HttpRequest request, ISourceStore sources, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<SourceBody>(request, cancellationToken);
        if (body is null) return problem!;
        var errors = body.Validate();
        if (SourceId.Error(id) is { } error) errors["id"] = [error];
        if (errors.Count > 0) return Problems.Fields(errors, "The source is not valid");

        var current = await sources.FindAsync(id, cancellationToken);
        if (Revisions.Check(request, id, current) is { } failed) return failed;
        var source = body.ToSource(id, current, clock.GetUtcNow().ToWholeMilliseconds());
        if (await sources.SaveAsync(source, cancellationToken) == WriteOutcome.Stale)
            return Problems.Stale(id, await sources.FindAsync(id, cancellationToken));
        return Answer(source, request.HttpContext.Response);
    }

    private static async Task<IResult> DeleteAsync(string id, HttpRequest request, ISourceStore sources, CancellationToken cancellationToken)
    {
        if (await sources.FindAsync(id, cancellationToken) is not { } current) return Problems.NoSuchSource(id);
        if (request.GetTypedHeaders().IfMatch.Count > 0 && Revisions.Check(request, id, current) is { } failed) return failed;
        return await sources.DeleteAsync(id, current.Revision, cancellationToken) == WriteOutcome.Written
            ? Results.NoContent()
            : Problems.Stale(id, await sources.FindAsync(id, cancellationToken));
    }

    private static IResult Answer(Source source, HttpResponse response)
    {
        response.Headers.ETag = Revisions.Tag(source.Revision);
        return Results.Json(
            SourceContent.From(source), IngestionJson.Options, statusCode: source.Revision == 1 ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
