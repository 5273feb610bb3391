using Ingestion.Ingest.Feeds.Decoding;
using Ingestion.Ingest.Feeds.Json;
using Ingestion.Ingest.Feeds.Markup;
using Ingestion.Ingest.Feeds.Xml;

namespace Ingestion.Ingest.Feeds;

/// <summary>
/// Reads a feed: RSS 0.90 to 2.0, RSS in RDF, Atom 0.1 to 1.0 (RFC 4287), CDF, JSON Feed 1.0 and 1.1. What the bytes are decides, not
/// what the transport calls them; ill-formed feeds are read as far as they can be.
/// </summary>
internal static class FeedReader
{
    /// <summary>Entries beyond this many are left out.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>Reads a feed.</summary>
    /// <param name="content">The document.</param>
    /// <param name="contentType">Its media type as the transport gave it; of it only the charset is used.</param>
    /// <param name="url">Where it came from: base of its relative links. Null if that is not known.</param>
    /// <exception cref="FeedFormatException">It is no feed.</exception>
    public static Feed Read(ReadOnlySpan<byte> content, string? contentType, string? url)
    {
        var text = FeedDecoder.Decode(content, contentType);
        var start = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (start.IsEmpty) throw new FeedFormatException("The document is empty.");
        return start[0] == '{' ? JsonFeedReader.Read(text, url) : XmlFeedReader.Read(MarkupParser.Parse(text), url);
    }
}

/// <summary>Thrown for a document that is no feed; the message says what it is instead.</summary>
internal sealed class FeedFormatException(string message) : Exception(message);
