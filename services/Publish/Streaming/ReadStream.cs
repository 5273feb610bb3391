using System.ComponentModel;
using Ingestion.Hosting;
using Ingestion.Publish.Publishing;
using Ingestion.Publish.Reading;
using Ingestion.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Ingestion.Publish.Streaming;

/// <summary>GET /v1/stream.</summary>
internal static class ReadStream
{
    public const string ContentType = "text/event-stream";

    /// <summary>How long a reader may take for what is being written when the process ends; then it is cut off.</summary>
    private static readonly TimeSpan LastWrite = TimeSpan.FromSeconds(5);

    public static async Task<IResult> HandleAsync(
        [AsParameters] ReaderParameters parameters,
        [Description("Only these kinds of change, with commas between them: new, correction, metadata, withdrawal.")] string? kind,
        [Description("The last sequence you have; 0 for the beginning; from now on unless told otherwise. Last-Event-ID counts more.")] string? after,
        [FromHeader(Name = "Last-Event-ID"), Description("The last sequence you have; browsers send it when they connect again.")] string? lastEventId,
        ChangeWindow window, ChangeSignal signal, IArticleStore articles, TimeProvider clock, IHostApplicationLifetime lifetime,
        HttpContext http, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var filter = new StreamFilter(parameters.ToFilter(errors), ReadKinds(kind, errors));
        var start = string.IsNullOrEmpty(lastEventId)
            ? errors.Number("after", after, 0, long.MaxValue, -1)
            : errors.Number("Last-Event-ID", lastEventId, 0, long.MaxValue, -1);
        if (errors.Any) return errors.ToResult();

        var last = await articles.ReadLastSequenceAsync(cancellationToken);
        // Behind the end there is nothing to wait for: such a place is another store's.
        var place = start < 0 || start > last ? last : start;
        if (HttpMethods.IsHead(http.Request.Method)) return Results.Content("", ContentType);
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-cache, no-transform";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var cutOff = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var grace = clock.CreateTimer(_ => cutOff.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var ending = lifetime.ApplicationStopping.Register(() => grace.Change(LastWrite, Timeout.InfiniteTimeSpan));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cutOff.Token, lifetime.ApplicationStopping);
        try
        {
            await new EventStream(window, signal, filter, clock).WriteAsync(http.Response.Body, place, stop.Token, cutOff.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader is gone, or this process is about to be: the answer ends, and the reader asks again where it was.
        }
        return Results.Empty;
    }

    private static List<ChangeKind> ReadKinds(string? text, QueryErrors errors)
    {
        var kinds = new List<ChangeKind>();
        foreach (var name in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (char.IsAsciiLetter(name[0]) && Enum.TryParse<ChangeKind>(name, ignoreCase: true, out var kind)) kinds.Add(kind);
            else errors.Add("kind", name, $"one of {string.Join(", ", Enum.GetNames<ChangeKind>().Select(one => one.ToLowerInvariant()))}.");
        }
        return kinds;
    }
}
