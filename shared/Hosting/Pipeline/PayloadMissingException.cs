namespace Ingestion.Hosting.Pipeline;

/// <summary>Thrown when a message refers to a payload that the store no longer has. The next attempt makes it again.</summary>
public sealed class PayloadMissingException(string key)
    : Exception($"The store has no payload '{key}'. It expired, or another database is configured; the next attempt makes it again.");
