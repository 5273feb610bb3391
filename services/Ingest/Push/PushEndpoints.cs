using Ingestion.Hosting.Access;
using Ingestion.Ingest.Access;
using Ingestion.Ingest.Idempotency;

namespace Ingestion.Ingest.Push;

/// <summary>The write API.</summary>
internal static class PushEndpoints
{
    public static void MapPush(this IEndpointRouteBuilder app)
    {
        var writes = app.MapGroup("")
            .WithTags("Write")
            .AddEndpointFilter<RefusalFilter>()
            .AddEndpointFilter<PushAccess>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        writes.MapPost("/v1/articles", PushArticle.HandleAsync)
            .AddEndpointFilter<RequestDecompression>()
            .AddEndpointFilter<IdempotencyFilter>()
            .WithName("PushArticle")
            .WithSummary("Push an article")
            .WithDescription(
                "JSON; the page itself as text/html or text/plain with the same fields as query parameters; a feed document; ninjs, NITF, NewsML-G2; "
                + "CloudEvents around any of them; or a batch of JSON lines, answered line by line. Bodies may be gzip, br or deflate. "
                + "202: accepted and kept. 200: this very content was accepted before.")
            .AddOpenApiOperationTransformer(PushRequestBody.DescribeAsync)
            .Produces<PushAnswer>(StatusCodes.Status202Accepted)
            .Produces<PushAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status408RequestTimeout)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

        writes.MapDelete("/v1/articles/{id}", WithdrawArticle.HandleAsync)
            .WithName("WithdrawArticle")
            .WithSummary("Withdraw an article")
            .WithDescription("A withdrawal is a version of its own and leaves a tombstone.")
            .Produces<PushAnswer>(StatusCodes.Status202Accepted)
            .Produces<PushAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);

        app.MapGroup("").WithTags("Write").RequireWriteAccess().MapPost("/v1/articles/{id}/replay", ReplayArticle.HandleAsync)
            .WithName("ReplayArticle")
            .WithSummary("Drive a failed version through the pipeline again")
            .Produces<PushAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }
}
