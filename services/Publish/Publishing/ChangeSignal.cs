namespace Ingestion.Publish.Publishing;

/// <summary>Says that this process has published something, to all that wait for changes.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next pulse. Take it before looking for changes, so that none is missed between looking and waiting.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes all that wait.</summary>
    public void Pulse() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
