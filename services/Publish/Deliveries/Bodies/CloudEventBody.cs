using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Publish.Api.Records;

namespace Ingestion.Publish.Deliveries.Bodies;

/// <summary>
/// CloudEvents 1.0 over HTTP. The id is the change's place in the sequence, which is also in the extension "sequence"; the subject is
/// the article.
/// </summary>
internal static class CloudEventBody
{
    private const string SpecVersion = "1.0";
    private const string Json = "application/json";

    /// <summary>Structured mode: the whole event is the body.</summary>
    public static DeliveryBody Structured(ChangeEvent change)
    {
        var published = change.Published;
        return new DeliveryBody("application/cloudevents+json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(
            new Envelope(
                SpecVersion, Id(change), Source(change), change.Type, published.ArticleId, published.PublishedAt, Json, Id(change),
                published.Version, change.ToEntry()),
            IngestionJson.Options));
    }

    /// <summary>Binary mode with our JSON as the data.</summary>
    public static DeliveryBody Binary(ChangeEvent change) =>
        WithAttributes(change, Json, JsonSerializer.SerializeToUtf8Bytes(change.ToEntry(), IngestionJson.Options));

    /// <summary>Binary mode with the body as HTML; empty for a withdrawal.</summary>
    public static DeliveryBody Html(ChangeEvent change) =>
        WithAttributes(change, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(change.Published.Article?.BodyHtml ?? ""));

    /// <summary>Binary mode with the body as text; empty for a withdrawal.</summary>
    public static DeliveryBody Text(ChangeEvent change) =>
        WithAttributes(change, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(change.Published.Article?.BodyText ?? ""));

    private static DeliveryBody WithAttributes(ChangeEvent change, string contentType, byte[] data)
    {
        var published = change.Published;
        var headers = new List<KeyValuePair<string, string>>
        {
            new("ce-specversion", SpecVersion),
            new("ce-id", Id(change)),
            new("ce-source", Source(change)),
            new("ce-type", change.Type),
            new("ce-subject", published.ArticleId),
            new("ce-time", published.PublishedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture)),
            new("ce-sequence", Id(change)),
            new("ce-articleversion", published.Version.ToString(CultureInfo.InvariantCulture)),
        };
        // What has no field in the body of these formats; percent-encoded, as the HTTP binding has it for what is not ASCII.
        if (published.Article?.Title is { } title) headers.Add(new("ce-title", HeaderText.Encode(title)));
        if (published.Article?.CanonicalUrl is { } url) headers.Add(new("ce-canonicalurl", HeaderText.Encode(url)));
        return new DeliveryBody(contentType, data, headers);
    }

    private static string Id(ChangeEvent change) => change.Published.Sequence!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Source(ChangeEvent change) => "/v1/sources/" + Uri.EscapeDataString(change.Published.Source);

    private sealed record Envelope(
        string Specversion, string Id, string Source, string Type, string Subject, DateTimeOffset Time, string Datacontenttype,
        string Sequence, int Articleversion, ChangeEntry Data);
}
