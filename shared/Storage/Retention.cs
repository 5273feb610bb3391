namespace Ingestion.Storage;

/// <summary>How long passing things are kept.</summary>
internal static class Retention
{
    /// <summary>A payload: a message that refers to one is long through the pipeline, or failed, by then.</summary>
    public static readonly TimeSpan Payload = TimeSpan.FromDays(7);
}
