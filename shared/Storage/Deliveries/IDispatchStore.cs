namespace Ingestion.Storage.Deliveries;

/// <summary>
/// Shares the subscriptions among the processes that send: a subscription under a lease is no one else's. Every method throws
/// <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface IDispatchStore
{
    /// <summary>
    /// Ids of active subscriptions that nobody but <paramref name="owner"/> has a lease on at <paramref name="now"/>, that are not
    /// throttled, and that have something to send: a delivery that is due, or past changes.
    /// </summary>
    Task<IReadOnlyList<string>> FindDueAsync(string owner, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How a subscription's sending stands, or null if there is no such subscription.</summary>
    Task<Dispatch?> FindAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>How the sending of several subscriptions stands, by their ids; those that are not there are left out.</summary>
    Task<IReadOnlyDictionary<string, Dispatch>> FindAllAsync(IReadOnlyCollection<string> subscriptionIds, CancellationToken cancellationToken);

    /// <summary>Takes the lease if nobody has it at <paramref name="now"/>; null if somebody has.</summary>
    Task<Dispatch?> ClaimAsync(
        string subscriptionId, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// Writes how it stands, under the lease of its <see cref="Dispatch.Owner"/>, which then ends at
    /// <see cref="Dispatch.LeaseUntil"/>. Answers false if the lease is another's by now: what the owner was about to send is not its
    /// to send.
    /// </summary>
    Task<bool> SaveAsync(Dispatch dispatch, CancellationToken cancellationToken);

    /// <summary>Forgets throttling and failures: whoever resumes a subscription wants it tried at once.</summary>
    Task ResetAsync(string subscriptionId, CancellationToken cancellationToken);
}
