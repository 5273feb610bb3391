using System.Text.Json;
using System.Text.Json.Serialization;
using Ingestion.Contracts;
using Ingestion.Ingest.Formats.CloudEvents;
using Ingestion.Ingest.Formats.Feeds;
using Ingestion.Ingest.Formats.Ninjs;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.Json;

/// <summary>Our own JSON (<see cref="PushRequest"/>), and any other that is known and came as plain application/json.</summary>
internal static class ArticleJson
{
    // A misspelt field would be lost silently, so a field that is not known is an error.
    private static readonly JsonSerializerOptions Json =
        IngestionJson.Configure(new JsonSerializerOptions { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow });

    /// <summary>The format.</summary>
    public static PushFormat Format { get; } = new("JSON", ["application/json", "text/json"], Read);

    private static IReadOnlyList<IncomingArticle> Read(PushDocument document, PushErrors errors)
    {
        var format = Recognise(document.Content);
        return format is not null ? format.Read(document, errors) : [PushValidator.Read(ReadRequest(document), errors)];
    }

    private static PushRequest ReadRequest(PushDocument document)
    {
        try
        {
            var request = JsonSerializer.Deserialize<PushRequest>(document.Content.Span, Json);
            return request ?? throw new MalformedDocumentException("null is not a push: send an object.");
        }
        catch (JsonException e)
        {
            throw new MalformedDocumentException(e.Message);
        }
    }

    /// <summary>Which other format the JSON is in; null for our own, and for what is none.</summary>
    private static PushFormat? Recognise(ReadOnlyMemory<byte> content)
    {
        var names = TopLevelNames(content);
        if (names.Contains("specversion")) return CloudEventFormat.Format;
        if (names.Contains("source") || names.Contains("html") || names.Contains("text") || names.Contains("rawBase64")) return null;
        if (names.Contains("uri")) return NinjsFormat.Format;
        return names.Contains("items") ? FeedFormat.Json : null;
    }

    private static HashSet<string> TopLevelNames(ReadOnlyMemory<byte> content)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(content.Span);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return names;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                names.Add(reader.GetString()!);
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            return []; // the reader of the push says what is wrong with it
        }
        return names;
    }
}
