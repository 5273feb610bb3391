using Ingestion.Hosting.Access;
using Ingestion.Ingest.Access;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Formats.CloudEvents;
using Ingestion.Ingest.Sources;
using Ingestion.Storage;

namespace Ingestion.Ingest.Push.Batch;

/// <summary>
/// A batch of CloudEvents over HTTP: each event is taken or refused by itself, in their order. Answered 202 or 200 where all were taken,
/// 422 where none was, else 207.
/// </summary>
internal sealed class EventBatch(PushIntake intake, StatusUrls urls, RefusalBook refusals)
{
    /// <summary>Whether a document is one.</summary>
    public static bool Is(PushDocument document) => PushFormats.Find(document.ContentType) == CloudEventFormat.Batch;

    /// <summary>Takes it.</summary>
    /// <exception cref="MalformedDocumentException">It is no batch.</exception>
    /// <exception cref="StoreUnavailableException">The store is down; what was taken before is a duplicate when the batch is sent again.</exception>
    public async Task<IResult> TakeAsync(PushDocument batch, HttpRequest request, CancellationToken cancellationToken)
    {
        var answers = new List<EventAnswer>();
        foreach (var document in CloudEventFormat.Events(batch))
        {
            var number = answers.Count + 1;
            var answer = await TakeEventAsync(document, number, request, cancellationToken);
            if (answer.Reason is { } reason)
            {
                await refusals.AddAsync(
                    answer.Status, reason, request.HttpContext.Features.Get<Caller>()?.SourceId ?? batch.Hints.Source, cancellationToken);
            }
            answers.Add(answer);
        }
        return Results.Json(new EventBatchAnswer(answers), statusCode: StatusOf(answers));
    }

    private static int StatusOf(List<EventAnswer> answers)
    {
        var taken = answers.Count(answer => answer.Status < StatusCodes.Status300MultipleChoices);
        return taken == answers.Count ? answers.Max(answer => answer.Status)
            : taken > 0 ? StatusCodes.Status207MultiStatus : StatusCodes.Status422UnprocessableEntity;
    }

    private async Task<EventAnswer> TakeEventAsync(PushDocument document, int number, HttpRequest request, CancellationToken cancellationToken)
    {
        var errors = new PushErrors();
        try
        {
            var items = PushReader.Read(document, null, errors);
            if (errors.Any) return Refuse(number, StatusCodes.Status422UnprocessableEntity, errors.ToString()) with { Errors = errors.ByField };
            var articles = new List<PushAnswer>(items.Count);
            foreach (var item in items)
            {
                if (await intake.AcceptAsync(item, cancellationToken) is { } result) articles.Add(PushAnswer.Of(result, urls, request));
                else return Refuse(number, StatusCodes.Status404NotFound, $"No article has the id '{item.ArticleId}': there is nothing to withdraw.");
            }
            return new EventAnswer(number, articles.Select(article => article.StatusCode).DefaultIfEmpty(StatusCodes.Status200OK).Max()) { Articles = articles };
        }
        catch (RefusedException e)
        {
            return Refuse(number, e.StatusCode, e.Message) with { Reason = e.Reason };
        }
        catch (MalformedDocumentException e)
        {
            return Refuse(number, StatusCodes.Status400BadRequest, e.Message);
        }
        catch (UnknownFormatException e)
        {
            return Refuse(number, StatusCodes.Status415UnsupportedMediaType, e.Message);
        }
    }

    private static EventAnswer Refuse(int number, int status, string detail) => new(number, status) { Reason = RefusalReason.Of(status), Detail = detail };
}

/// <summary>The answer to a batch of events.</summary>
/// <param name="Events">What became of each, in order.</param>
internal sealed record EventBatchAnswer(IReadOnlyList<EventAnswer> Events);

/// <summary>What became of one event of a batch.</summary>
/// <param name="Event">The event, from 1.</param>
/// <param name="Status">202 accepted, 200 accepted before, 4xx refused.</param>
internal sealed record EventAnswer(int Event, int Status)
{
    /// <summary>Its articles: one, but for an event around a document of several.</summary>
    public IReadOnlyList<PushAnswer>? Articles { get; init; }

    /// <summary>A stable code of why it was not accepted.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it was not accepted.</summary>
    public string? Detail { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}
