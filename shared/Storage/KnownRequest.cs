namespace Ingestion.Storage;

/// <summary>What is kept of a request with an idempotency key that has not expired.</summary>
internal sealed record KnownRequest(string Fingerprint, int? StatusCode, string? Body)
{
    /// <summary>What another request with the same key is told.</summary>
    public IdempotencyEntry Answer(string fingerprint) =>
        Fingerprint != fingerprint ? new IdempotencyEntry(IdempotencyState.Mismatch)
        : StatusCode is null ? new IdempotencyEntry(IdempotencyState.InProgress)
        : new IdempotencyEntry(IdempotencyState.Completed, StatusCode, Body);
}
