using System.Text.Json;
using System.Threading.Channels;
using Ingestion.Contracts;
using Ingestion.Hosting.Access;
using Ingestion.Ingest.Access;
using Ingestion.Ingest.Formats;
using Ingestion.Ingest.Sources;
using Ingestion.Storage;

namespace Ingestion.Ingest.Push.Batch;

/// <summary>
/// Takes a batch as it comes and answers it line by line, in order, while it still comes. What is in memory is bounded: the lines in
/// hand, and answers that the client has not read yet. Reading never waits for the client to read, or the two would wait for each other.
/// </summary>
internal sealed class BatchResult(PushIntake intake, StatusUrls urls, IngestOptions options, PushRequest hints, RefusalBook refusals)
    : IResult
{
    private const int MaxLinesInHand = 256;
    private const int MaxBytesInHand = 32 * 1024 * 1024;
    private const string JsonType = "application/json; charset=utf-8";

    private readonly Dictionary<string, Task> _inHand = new(StringComparer.Ordinal);
    private volatile bool _isStoreDown;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext context)
    {
        BodyReader.LiftServerLimit(context.Request);
        context.Response.ContentType = LineBatch.MediaTypes[0];
        var answers = Channel.CreateUnbounded<Task<BatchAnswer>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var writing = WriteAsync(answers.Reader, context);
        try
        {
            await ReadAsync(context, answers.Writer);
        }
        finally
        {
            answers.Writer.Complete();
            await writing;
        }
    }

    private async Task ReadAsync(HttpContext context, ChannelWriter<Task<BatchAnswer>> answers)
    {
        var lines = new LineReader(context.Request.BodyReader, options.MaxBodyBytes);
        var inHand = new Queue<(Task Task, int Bytes)>();
        var bytes = 0;
        var number = 0;
        try
        {
            while (await lines.ReadAsync(context.RequestAborted) is { } line)
            {
                number = line.Number;
                if (number > options.MaxBatchLines)
                {
                    Answer(number, StatusCodes.Status413PayloadTooLarge,
                        $"A batch has at most {options.MaxBatchLines} lines: this one and all after it were not read.");
                    return;
                }
                var length = line.Content?.Length ?? 0;
                while (inHand.Count >= MaxLinesInHand || (bytes > 0 && bytes + length > MaxBytesInHand))
                {
                    var (oldest, freed) = inHand.Dequeue();
                    await oldest;
                    bytes -= freed;
                }
                var answer = CountAsync(AnswerAsync(line, context.Request, context.RequestAborted), context);
                inHand.Enqueue((answer, length));
                bytes += length;
                await answers.WriteAsync(answer);
            }
        }
        catch (InvalidDataException e)
        {
            Answer(number + 1, StatusCodes.Status400BadRequest, $"The body is not compressed as its Content-Encoding says: {e.Message}");
        }
        catch (BadHttpRequestException e)
        {
            Answer(number + 1, e.StatusCode, $"The body ended here: {e.Message}");
        }

        void Answer(int line, int status, string detail) =>
            answers.TryWrite(Task.FromResult(new BatchAnswer { Line = line, Status = status, Detail = detail }));
    }

    private async Task<BatchAnswer> CountAsync(Task<BatchAnswer> answering, HttpContext context)
    {
        var answer = await answering;
        if (answer.Reason is { } reason)
            await refusals.AddAsync(answer.Status, reason, context.Features.Get<Caller>()?.SourceId ?? hints.Source,
                context.RequestAborted);
        return answer;
    }

    private async Task<BatchAnswer> AnswerAsync(BatchLine line, HttpRequest request, CancellationToken cancellationToken)
    {
        if (line.Content is null)
            return Refuse(line, StatusCodes.Status413PayloadTooLarge, $"The line is longer than the {options.MaxBodyBytes} bytes allowed.");
        if (_isStoreDown) return Refuse(line, StatusCodes.Status503ServiceUnavailable, "The store is down. Send the line again later.");
        var errors = new PushErrors();
        try
        {
            var items = PushReader.Read(new PushDocument(line.Content, JsonType, hints), null, errors);
            if (errors.Any)
                return Refuse(line, StatusCodes.Status422UnprocessableEntity, errors.ToString()) with { Errors = errors.ByField };
            return items is [var item]
                ? await AcceptAsync(line, item, request, cancellationToken)
                : Refuse(line, StatusCodes.Status422UnprocessableEntity,
                    $"The line has {items.Count} articles: a line of a batch has one.");
        }
        catch (RefusedException e)
        {
            return Refuse(line, e.StatusCode, e.Message) with { Reason = e.Reason };
        }
        catch (MalformedDocumentException e)
        {
            return Refuse(line, StatusCodes.Status400BadRequest, e.Message);
        }
        catch (UnknownFormatException e)
        {
            return Refuse(line, StatusCodes.Status415UnsupportedMediaType, e.Message);
        }
        catch (StoreUnavailableException)
        {
            _isStoreDown = true;
            return Refuse(line, StatusCodes.Status503ServiceUnavailable, "The store is down. Send the line again later.");
        }
    }

    private async Task<BatchAnswer> AcceptAsync(BatchLine line, PushItem item, HttpRequest request, CancellationToken cancellationToken)
    {
        var id = item.ArticleId;
        // Two lines about one article are versions of it, in their order.
        var accepting = AcceptAfterAsync(_inHand.GetValueOrDefault(id), item, cancellationToken);
        _inHand[id] = accepting;
        if (await accepting is not { } result)
            return Refuse(line, StatusCodes.Status404NotFound, $"No article has the id '{id}': there is nothing to withdraw.");
        var answer = PushAnswer.Of(result, urls, request);
        return new BatchAnswer
        {
            Line = line.Number,
            Status = answer.StatusCode,
            Id = answer.Id,
            Version = answer.Version,
            State = answer.State,
            StatusUrl = answer.StatusUrl,
        };
    }

    private async Task<AcceptResult?> AcceptAfterAsync(Task? earlier, PushItem item, CancellationToken cancellationToken)
    {
        if (earlier is not null) await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await intake.AcceptAsync(item, cancellationToken);
    }

    private static BatchAnswer Refuse(BatchLine line, int status, string detail) =>
        new() { Line = line.Number, Status = status, Reason = RefusalReason.Of(status), Detail = detail };

    private static async Task WriteAsync(ChannelReader<Task<BatchAnswer>> answers, HttpContext context)
    {
        await foreach (var answer in answers.ReadAllAsync(context.RequestAborted))
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(await answer, IngestionJson.Options);
            await context.Response.Body.WriteAsync(json, context.RequestAborted);
            await context.Response.Body.WriteAsync("\n"u8.ToArray(), context.RequestAborted);
            if (!answers.TryPeek(out _)) await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
