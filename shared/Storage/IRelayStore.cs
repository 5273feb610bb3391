namespace Ingestion.Storage;

/// <summary>
/// Keeps how far the change sequence was passed on to elsewhere. One process at a time passes on, under a lease. Every method throws
/// <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface IRelayStore
{
    /// <summary>
    /// Takes the lease, or prolongs the owner's own, if nobody else has it at <paramref name="now"/>. Answers the last sequence that was
    /// passed on, 0 before the first; null if somebody else has the lease.
    /// </summary>
    Task<long?> ClaimAsync(string relay, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// Writes how far it is. Answers false, and writes nothing, if the lease is another's by now: what the owner passes on, the other
    /// may pass on as well.
    /// </summary>
    Task<bool> MoveAsync(string relay, string owner, long sequence, CancellationToken cancellationToken);

    /// <summary>Gives the owner's lease back, so that another need not wait for its end.</summary>
    Task ReleaseAsync(string relay, string owner, CancellationToken cancellationToken);
}
