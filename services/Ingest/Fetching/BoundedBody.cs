using System.IO.Compression;

namespace Ingestion.Ingest.Fetching;

/// <summary>Reads a body, decompressed, up to a bound: a small answer may unpack to gigabytes.</summary>
internal static class BoundedBody
{
    /// <summary>The codings that are understood, as Accept-Encoding writes them.</summary>
    public const string AcceptEncoding = "gzip, deflate, br";

    /// <summary>Reads it.</summary>
    /// <exception cref="BodyException">It is longer than the bound, or its coding is not understood.</exception>
    /// <exception cref="InvalidDataException">It is not what its coding says.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, long maxBytes, CancellationToken cancellationToken)
    {
        var raw = await content.ReadAsStreamAsync(cancellationToken);
        var codings = content.Headers.ContentEncoding.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries)).ToList();
        await using var body = codings.AsEnumerable().Reverse().Aggregate(raw, Decode);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (read.Length + count > maxBytes) throw new BodyException($"The answer is longer than {maxBytes} bytes.");
            read.Write(buffer, 0, count);
        }
        return read.ToArray();
    }

    private static Stream Decode(Stream body, string coding) => coding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(body, CompressionMode.Decompress),
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        "identity" or "" => body,
        _ => throw new BodyException($"The answer's Content-Encoding is '{coding}'; {AcceptEncoding} were asked for."),
    };
}

/// <summary>Thrown for a body that is not taken; the message says why.</summary>
internal sealed class BodyException(string message) : Exception(message);
