using System.Net.Http.Headers;
using Ingestion.Ingest.Formats.CloudEvents;
using Ingestion.Ingest.Formats.Feeds;
using Ingestion.Ingest.Formats.Json;
using Ingestion.Ingest.Formats.NewsMlG2;
using Ingestion.Ingest.Formats.Ninjs;
using Ingestion.Ingest.Formats.Nitf;
using Ingestion.Ingest.Formats.Pages;
using Ingestion.Ingest.Formats.Xml;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats;

/// <summary>The formats that are known, and which of them a document is in.</summary>
internal static class PushFormats
{
    private static readonly PushFormat[] Formats =
    [
        ArticleJson.Format,
        PageFormat.Format,
        FeedFormat.Format,
        FeedFormat.Json,
        NinjsFormat.Format,
        NitfFormat.Format,
        NewsMlG2Format.Format,
        CloudEventFormat.Format,
        CloudEventFormat.Batch,
        XmlFormat.Format,
    ];

    /// <summary>The media types that are taken, for the one who sent another.</summary>
    public static string Known { get; } =
        string.Join("; ", Formats.Select(format => $"{format.Name}: {string.Join(", ", format.MediaTypes)}"));

    /// <summary>All media types that are taken.</summary>
    public static IEnumerable<string> MediaTypes => Formats.SelectMany(format => format.MediaTypes);

    /// <summary>The format of a media type; null if it is not known.</summary>
    public static PushFormat? Find(string? contentType) =>
        MediaType(contentType) is { } type
            ? Array.Find(Formats, format => format.MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase)) : null;

    /// <summary>The articles of a document; empty with errors.</summary>
    /// <exception cref="MalformedDocumentException">It is not what its type says.</exception>
    /// <exception cref="UnknownFormatException">Its type is not known.</exception>
    public static IReadOnlyList<IncomingArticle> Read(PushDocument document, PushErrors errors) =>
        (Find(document.ContentType) ?? throw new UnknownFormatException(document.ContentType)).Read(document, errors);

    private static string? MediaType(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.MediaType : null;
}

/// <summary>Thrown for a media type that is not known.</summary>
internal sealed class UnknownFormatException(string? contentType)
    : Exception($"'{contentType}' is not known. Known are {PushFormats.Known}. Batches of any of the JSON ones: application/x-ndjson, one to a line.");
