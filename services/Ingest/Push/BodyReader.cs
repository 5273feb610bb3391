using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Ingestion.Ingest.Push;

/// <summary>A body, or the answer to one that could not be read.</summary>
/// <param name="Content">The bytes; empty with a problem.</param>
/// <param name="Problem">Why there are none.</param>
internal readonly record struct ReadBody(byte[] Content, IResult? Problem)
{
    public ReadBody(IResult problem) : this([], problem) { }
}

/// <summary>Reads a request's body up to a limit, whatever its length header says, and no longer than it may take.</summary>
internal static class BodyReader
{
    /// <summary>The body. The limit is on what it is after decompression.</summary>
    public static async Task<ReadBody> ReadAsync(HttpRequest request, int maxBytes, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes) return new ReadBody(Problems.TooLarge(maxBytes));
        LiftServerLimit(request);
        using var patience = new CancellationTokenSource(timeout);
        // Not by the token of the read: that would leave the server's reader where it cannot go on.
        await using var giveUp = patience.Token.Register(static reader => ((PipeReader)reader!).CancelPendingRead(), request.BodyReader);
        try
        {
            return await ReadAsync(request, maxBytes, cancellationToken) is { } content ? new ReadBody(content, null)
                : new ReadBody(Problems.TooLarge(maxBytes));
        }
        catch (TimeoutException)
        {
            request.HttpContext.Response.Headers.Connection = "close"; // the rest is not waited for
            return new ReadBody(Problems.TooSlow(timeout));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            return new ReadBody(Problems.TooSlow(timeout)); // the server's own: fewer bytes a second than it takes
        }
        catch (InvalidDataException e)
        {
            return new ReadBody(Problems.Malformed($"The body is not compressed as its Content-Encoding says: {e.Message}"));
        }
    }

    /// <summary>The limit is ours, with an answer of ours; the server's own would close the connection without one.</summary>
    public static void LiftServerLimit(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.IsCanceled)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                throw new TimeoutException();
            }
            if (read.Buffer.Length > maxBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
