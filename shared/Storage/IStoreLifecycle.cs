namespace Ingestion.Storage;

/// <summary>What a process needs of a store beside its data.</summary>
public interface IStoreLifecycle
{
    /// <summary>Makes tables, collections and indexes. Safe to repeat and to run in several processes at once.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Answers if the store can be reached, within seconds.</summary>
    /// <exception cref="StoreUnavailableException">It cannot.</exception>
    Task PingAsync(CancellationToken cancellationToken);
}
