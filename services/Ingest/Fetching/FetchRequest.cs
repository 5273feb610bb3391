namespace Ingestion.Ingest.Fetching;

/// <summary>What is asked for.</summary>
/// <param name="Url">An http or https URL.</param>
/// <param name="Accept">The media types that are wanted, as the Accept header writes them.</param>
/// <param name="MaxBytes">Most bytes of the body, after decompression.</param>
/// <param name="Validators">What the answer before this one was known by; none to have the whole answer.</param>
internal sealed record FetchRequest(Uri Url, string Accept, long MaxBytes, Validators Validators = default);

/// <summary>What an answer is known by (RFC 9110, 8.8), as it was written.</summary>
/// <param name="ETag">The entity tag.</param>
/// <param name="LastModified">The Last-Modified date.</param>
internal readonly record struct Validators(string? ETag, string? LastModified);
