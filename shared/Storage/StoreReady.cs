namespace Ingestion.Storage;

/// <summary>Tells when the store was prepared: a process is not ready before.</summary>
public sealed class StoreReady
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the store was prepared. Whether it can be reached right now, <see cref="IStoreLifecycle.PingAsync"/> says.</summary>
    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>Waits until the store was prepared.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _ready.Task.WaitAsync(cancellationToken);

    internal void Set() => _ready.TrySetResult();
}
