using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingestion.Ingest.Amqp;

/// <summary>
/// Whatever JSON came by queue, objects and arrays alike. The bus wants a type to deliver; the document itself is read from the bytes,
/// with errors of ours.
/// </summary>
[JsonConverter(typeof(AnyJson))]
internal sealed record QueuedDocument
{
    private sealed class AnyJson : JsonConverter<QueuedDocument>
    {
        public override QueuedDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return new QueuedDocument();
        }

        public override void Write(Utf8JsonWriter writer, QueuedDocument value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
