using System.Text.Json;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.CloudEvents;

/// <summary>
/// CloudEvents 1.0 in JSON (structured mode, and batches): an envelope around any other format. The event's source is the article's
/// unless the data names one; its subject is the article's id where the data has none.
/// </summary>
internal static class CloudEventFormat
{
    private const string DefaultDataType = "application/json"; // CloudEvents JSON format 1.0, section 3.1

    /// <summary>One event.</summary>
    public static PushFormat Format { get; } = new("CloudEvents 1.0", ["application/cloudevents+json"], ReadOne);

    /// <summary>Several events.</summary>
    public static PushFormat Batch { get; } = new("a batch of CloudEvents", ["application/cloudevents-batch+json"], ReadBatch,
        IsList: true);

    private static IReadOnlyList<IncomingArticle> ReadOne(PushDocument document, PushErrors errors)
    {
        using var json = Parse(document);
        return Read(json.RootElement, document.Hints, errors);
    }

    /// <summary>The events of a batch, each a document of its own (CloudEvents JSON format 1.0, section 4).</summary>
    /// <exception cref="MalformedDocumentException">It is no batch, or an empty one.</exception>
    public static IReadOnlyList<PushDocument> Events(PushDocument batch)
    {
        using var json = Parse(batch);
        if (json.RootElement.ValueKind != JsonValueKind.Array) throw new MalformedDocumentException("A batch of events is a JSON array.");
        if (json.RootElement.GetArrayLength() == 0) throw new MalformedDocumentException("The batch is without any event.");
        return [.. json.RootElement.EnumerateArray().Select(element =>
            batch with { Content = System.Text.Encoding.UTF8.GetBytes(element.GetRawText()), ContentType = Format.MediaTypes[0] })];
    }

    private static List<IncomingArticle> ReadBatch(PushDocument document, PushErrors errors)
    {
        var articles = new List<IncomingArticle>();
        foreach (var (i, element) in Events(document).Index())
        {
            var own = new PushErrors();
            articles.AddRange(ReadOne(element, own));
            errors.AddAll($"[{i}].", own);
        }
        return articles;
    }

    private static JsonDocument Parse(PushDocument document)
    {
        try
        {
            return JsonDocument.Parse(document.Content, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException e)
        {
            throw new MalformedDocumentException(e.Message);
        }
    }

    private static IReadOnlyList<IncomingArticle> Read(JsonElement json, PushRequest hints, PushErrors errors)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new MalformedDocumentException("An event is a JSON object.");
        var attributes = new CloudEventAttributes(Text(json, "specversion"), Text(json, "id"), Text(json, "source"),
            Text(json, "type"), Text(json, "subject"));
        attributes.Check(errors);
        var type = Text(json, "datacontenttype") ?? DefaultDataType;
        if (errors.Any) return [];
        return attributes.IsWithdrawal ? [attributes.Withdrawal()] : attributes.ReadData(Data(json, type, errors), type, hints, errors);
    }

    private static ReadOnlyMemory<byte> Data(JsonElement json, string type, PushErrors errors)
    {
        if (json.TryGetProperty("data_base64", out var base64))
        {
            if (base64.ValueKind == JsonValueKind.String && base64.TryGetBytesFromBase64(out var bytes)) return bytes;
            errors.Add("data_base64", "is not base64 (RFC 4648, section 4).");
            return default;
        }
        if (!json.TryGetProperty("data", out var data))
        {
            errors.Add("data", "is missing: the event carries no article.");
            return default;
        }
        // A string is the document itself, except where the document is JSON and so the string would be.
        var isDocument = data.ValueKind == JsonValueKind.String && !type.Contains("json", StringComparison.OrdinalIgnoreCase);
        return System.Text.Encoding.UTF8.GetBytes(isDocument ? data.GetString()! : data.GetRawText());
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
