namespace Ingestion.Storage;

/// <summary>
/// Remembers the answers to requests that carried an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header), for
/// 12 hours unless told otherwise.
/// </summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// Begins a request. The first caller gets <see cref="IdempotencyState.Started"/> and must end it with
    /// <see cref="CompleteAsync"/> or <see cref="ReleaseAsync"/>; a lock that is neither is free again after
    /// <paramref name="lockFor"/>.
    /// </summary>
    /// <param name="key">The key, made unique per caller.</param>
    /// <param name="fingerprint">A hash of the request; the same key with another request is a mistake.</param>
    /// <param name="now">The time now.</param>
    /// <param name="lockFor">How long the request may take.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IdempotencyEntry> BeginAsync(
        string key, string fingerprint, DateTimeOffset now, TimeSpan lockFor, CancellationToken cancellationToken);

    /// <summary>Keeps the answer until <paramref name="keepUntil"/>.</summary>
    Task CompleteAsync(string key, int statusCode, string body, DateTimeOffset keepUntil, CancellationToken cancellationToken);

    /// <summary>Forgets the key: the request failed and may be sent again.</summary>
    Task ReleaseAsync(string key, CancellationToken cancellationToken);
}

/// <summary>What is known of an idempotency key.</summary>
/// <param name="State">How the request stands.</param>
/// <param name="StatusCode">The answer's status, if it was answered.</param>
/// <param name="Body">The answer's body, if it was answered.</param>
public sealed record IdempotencyEntry(IdempotencyState State, int? StatusCode = null, string? Body = null);

/// <summary>How a request with an idempotency key stands.</summary>
public enum IdempotencyState
{
    /// <summary>It is the caller's to answer now.</summary>
    Started,

    /// <summary>Another request with the key is being answered.</summary>
    InProgress,

    /// <summary>It was answered.</summary>
    Completed,

    /// <summary>The key was used for another request.</summary>
    Mismatch,
}
