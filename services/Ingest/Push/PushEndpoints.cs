using Ingestion.Hosting.Access;
using Ingestion.Ingest.Idempotency;

namespace Ingestion.Ingest.Push;

/// <summary>The write API.</summary>
internal static class PushEndpoints
{
    public static void MapPush(this IEndpointRouteBuilder app)
    {
        var writes = app.MapGroup("").WithTags("Write").RequireWriteAccess();

        writes.MapPost("/v1/articles", PushArticle.HandleAsync)
            .AddEndpointFilter<IdempotencyFilter>()
            .WithName("PushArticle")
            .WithSummary("Push an article")
            .WithDescription(
                "JSON, or the page itself as text/html or text/plain with the same fields as query parameters, or a feed document. "
                + "202: accepted and kept. 200: this very content was accepted before.")
            .AddOpenApiOperationTransformer(PushRequestBody.DescribeAsync)
            .Produces<PushAnswer>(StatusCodes.Status202Accepted)
            .Produces<PushAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity);

        writes.MapDelete("/v1/articles/{id}", WithdrawArticle.HandleAsync)
            .WithName("WithdrawArticle")
            .WithSummary("Withdraw an article")
            .WithDescription("A withdrawal is a version of its own and leaves a tombstone.")
            .Produces<PushAnswer>(StatusCodes.Status202Accepted)
            .Produces<PushAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        writes.MapPost("/v1/articles/{id}/replay", ReplayArticle.HandleAsync)
            .WithName("ReplayArticle")
            .WithSummary("Drive a failed version through the pipeline again")
            .Produces<PushAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }
}
