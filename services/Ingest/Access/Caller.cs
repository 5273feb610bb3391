namespace Ingestion.Ingest.Access;

/// <summary>Who sends a request. The request's features carry it; where there is no request, nobody is limited.</summary>
/// <param name="SourceId">The only source that it may push to; null for any.</param>
internal sealed record Caller(string? SourceId)
{
    /// <summary>May push to any source: the operator.</summary>
    public static Caller Operator { get; } = new(SourceId: null);
}
