using Ingestion.Contracts;
using Ingestion.Hosting.Access;
using Ingestion.Hosting;
using Ingestion.Storage;

namespace Ingestion.Clean.Recleaning;

/// <summary>POST /v1/reclean.</summary>
internal static class RecleanEndpoint
{
    public static void MapReclean(this IEndpointRouteBuilder app) =>
        app.MapGroup("/v1/reclean").WithTags("Sources").RequireWriteAccess()
            .MapPost("", HandleAsync)
            .WithName("Reclean")
            .WithSummary("Run stored bytes through the current rules")
            .WithDescription(
                "A bounded share of the published articles, the newest first; ask again with next as cursor until it is absent. Dry, it reports what "
                + "would change. Otherwise what changes for a subscriber becomes a new version, which goes through the pipeline like a correction. "
                + "It is safe to repeat, to run beside pushes, and to run twice at once.")
            .Produces<RecleanAnswer>()
            .ProducesValidationProblem();

    private static async Task<IResult> HandleAsync(
        [AsParameters] RecleanQuery query, Recleaner recleaner, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var request = query.ToRequest(errors);
        if (errors.Any) return errors.ToResult();
        try
        {
            return Results.Json(await recleaner.RunAsync(request, cancellationToken), IngestionJson.Options);
        }
        catch (InvalidCursorException)
        {
            errors.Add("cursor", request.Cursor, "take it from next of the call before, unchanged, or leave it out.");
            return errors.ToResult();
        }
    }
}
