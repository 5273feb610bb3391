namespace Ingestion.Ingest.Access;

/// <summary>Thrown for a push that is refused for who sends it, or for what its source may do; nothing was accepted.</summary>
internal sealed class RefusedException(int statusCode, string reason, string message, string? sourceId = null, TimeSpan? retryAfter = null)
    : Exception(message)
{
    /// <summary>The status of the answer over HTTP.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>A stable code of the reason.</summary>
    public string Reason { get; } = reason;

    /// <summary>The source that it is about, if that is known.</summary>
    public string? SourceId { get; } = sourceId;

    /// <summary>When to try again, if that helps.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
