using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Formats.CloudEvents;
using Ingestion.Ingest.Push.Batch;
using Ingestion.Ingest.Sources;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Push;

/// <summary>POST /v1/articles.</summary>
internal static class PushArticle
{
    public static async Task<IResult> HandleAsync(
        HttpRequest request, PushIntake intake, EventBatch events, StatusUrls urls, IOptions<IngestOptions> options, RefusalBook refusals,
        CancellationToken cancellationToken)
    {
        if (LineBatch.IsBatch(request.ContentType)) return new BatchResult(intake, urls, options.Value, ReadHints(request), refusals);
        if (PushFormats.Find(request.ContentType) is null) return Problems.UnsupportedType(request.ContentType);
        var body = await BodyReader.ReadAsync(request, options.Value.MaxBodyBytes, options.Value.BodyTimeout, cancellationToken);
        if (body.Problem is not null) return body.Problem;

        var errors = new PushErrors();
        IReadOnlyList<PushItem> items;
        try
        {
            var envelope = BinaryCloudEvent.Read(name => request.Headers[name], BinaryCloudEvent.HttpPrefix);
            var document = new PushDocument(body.Content, request.ContentType!, ReadHints(request));
            if (envelope is null && EventBatch.Is(document)) return await events.TakeAsync(document, request, cancellationToken);
            items = PushReader.Read(document, envelope, errors);
        }
        catch (MalformedDocumentException e)
        {
            return Problems.Malformed(e.Message);
        }
        catch (UnknownFormatException e)
        {
            return Problems.UnsupportedType(e.Message, "datacontenttype");
        }
        if (errors.Any) return Problems.Fields(errors);
        return await AnswerAsync(items, request, intake, urls, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        IReadOnlyList<PushItem> items, HttpRequest request, PushIntake intake, StatusUrls urls, CancellationToken cancellationToken)
    {
        var answers = new List<PushAnswer>(items.Count);
        foreach (var item in items)
        {
            if (await intake.AcceptAsync(item, cancellationToken) is { } result) answers.Add(PushAnswer.Of(result, urls, request));
            else if (items.Count == 1) return Problems.NoSuchArticle(item.ArticleId);
        }
        if (PushFormats.Find(request.ContentType) is not { IsList: true } && answers is [var only])
        {
            request.HttpContext.Response.Headers.Location = only.StatusUrl;
            return Results.Json(only, statusCode: only.StatusCode);
        }
        var status = answers.Select(answer => answer.StatusCode).DefaultIfEmpty(StatusCodes.Status200OK).Max();
        return Results.Json(new PushManyAnswer(answers), statusCode: status);
    }

    private static PushRequest ReadHints(HttpRequest request) => new()
    {
        Source = request.Query["source"],
        Id = request.Query["id"],
        Url = request.Query["url"],
        PublishedAt = request.Query["publishedAt"],
        Title = request.Query["title"],
        Language = request.Query["language"],
        Licence = request.Query["licence"],
        EmbargoedUntil = request.Query["embargoedUntil"],
        ExpiresAt = request.Query["expiresAt"],
    };
}
