using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Publish.Api.Records;

namespace Ingestion.Publish.Deliveries.Bodies;

/// <summary>Our JSON: type, timestamp and data, as Standard Webhooks proposes for payloads.</summary>
internal static class JsonEvent
{
    public static DeliveryBody Write(ChangeEvent change) => new(
        "application/json",
        JsonSerializer.SerializeToUtf8Bytes(new Envelope(change.Type, change.Published.PublishedAt, change.ToEntry()), IngestionJson.Options));

    private sealed record Envelope(string Type, DateTimeOffset Timestamp, ChangeEntry Data);
}
