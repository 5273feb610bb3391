namespace Ingestion.Storage;

/// <summary>A new version of an article from bytes that are stored already, because the rules have changed.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">The version whose bytes and hints it has; the latest, as far as the caller knows.</param>
/// <param name="At">When, in whole milliseconds: when the new version counts as received, and is due.</param>
/// <param name="TraceParent">W3C traceparent of the request.</param>
public sealed record Resubmission(string ArticleId, int Version, DateTimeOffset At, string? TraceParent);
