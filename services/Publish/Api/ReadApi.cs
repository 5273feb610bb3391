using Ingestion.Hosting;
using Ingestion.Publish.Api.Records;
using Ingestion.Publish.Streaming;

namespace Ingestion.Publish.Api;

/// <summary>The read API.</summary>
internal static class ReadApi
{
    public static void MapReadApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/v1").WithTags("Read").ProducesProblem(StatusCodes.Status503ServiceUnavailable).AnswerHead();

        api.MapGet("/articles", ListArticles.HandleAsync)
            .WithName("ListArticles")
            .WithSummary("List articles")
            .WithDescription("The latest version of each article, newest first by time of receipt, whatever its state.")
            .Produces<ArticleList>()
            .ProducesValidationProblem();

        api.MapGet("/articles/{id}", ReadArticle.HandleAsync)
            .WithName("ReadArticle")
            .WithSummary("Read an article")
            .WithDescription(
                "What readers get now with the ledger of what was removed, and every version with its timeline. An article that was "
                + "withdrawn has the state withdrawn and no content. Honours If-None-Match.")
            .Produces<ArticleDetail>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);

        api.MapGet("/articles/{id}/versions/{version}", ReadVersion.HandleAsync)
            .WithName("ReadVersion")
            .WithSummary("Read one version of an article")
            .Produces<VersionDetail>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);

        api.MapGet("/articles/{id}/raw", ReadRaw.HandleAsync)
            .WithName("ReadRaw")
            .WithSummary("Download the bytes as received")
            .WithDescription("With the content type they came with, as an attachment: no browser shows them under this origin.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);

        api.MapGet("/changes", ReadChanges.HandleAsync)
            .WithName("ReadChanges")
            .WithSummary("Follow the changes")
            .WithDescription(
                "Every change after a place in the sequence, in order and without a gap: new articles, corrections, withdrawals. Ask again "
                + "with next as after; an empty answer means that there is nothing new yet. With wait it comes as soon as there is something (long polling).")
            .Produces<ChangeList>()
            .ProducesValidationProblem();

        api.MapGet("/stream", ReadStream.HandleAsync)
            .WithName("ReadStream")
            .WithSummary("Follow the changes as they happen")
            .WithDescription(
                "Server-sent events: id is the sequence, event the kind of change, data the same JSON as a change of /v1/changes. Goes on "
                + "after Last-Event-ID, which browsers send by themselves.")
            .Produces<string>(StatusCodes.Status200OK, ReadStream.ContentType)
            .ProducesValidationProblem();
    }
}
