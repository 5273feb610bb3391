using System.IO.Compression;

namespace Ingestion.Ingest.Push;

/// <summary>
/// Takes bodies in gzip, br and deflate (RFC 9110, section 8.4.1). Nothing is unpacked here: whoever reads the body counts what comes
/// out, so that a bomb ends at the limit like any other body.
/// </summary>
internal sealed class RequestDecompression : IEndpointFilter
{
    private static readonly Dictionary<string, Func<Stream, Stream>> Decoders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gzip"] = body => new GZipStream(body, CompressionMode.Decompress),
        ["x-gzip"] = body => new GZipStream(body, CompressionMode.Decompress),
        ["br"] = body => new BrotliStream(body, CompressionMode.Decompress),
        ["deflate"] = body => new ZLibStream(body, CompressionMode.Decompress),
    };

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var encoding = request.Headers.ContentEncoding.ToString().Trim();
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)) return next(context);
        if (!Decoders.TryGetValue(encoding, out var decode))
        {
            context.HttpContext.Response.Headers.AcceptEncoding = string.Join(", ", Decoders.Keys);
            return ValueTask.FromResult<object?>(Problems.UnsupportedEncoding(encoding, Decoders.Keys));
        }
        BodyReader.LiftServerLimit(request);
        var body = decode(request.Body);
        context.HttpContext.Response.RegisterForDisposeAsync(body);
        request.Body = body;
        request.Headers.Remove("Content-Encoding");
        request.ContentLength = null; // it is of the compressed body
        return next(context);
    }
}
