using System.Net.Http.Headers;

namespace Ingestion.Ingest.Push.Batch;

/// <summary>Batches: JSON, one push to a line (NDJSON, JSON Lines).</summary>
internal static class LineBatch
{
    /// <summary>The media types that mean a batch.</summary>
    public static readonly string[] MediaTypes = ["application/x-ndjson", "application/ndjson", "application/jsonl"];

    /// <summary>Whether a body of that type is a batch.</summary>
    public static bool IsBatch(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && MediaTypes.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase);
}
