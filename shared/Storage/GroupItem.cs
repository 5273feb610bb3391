namespace Ingestion.Storage;

/// <summary>
/// One caller's part of a group. It can be cancelled until its group begins; then it runs to its end, so that a caller who sees
/// a cancellation knows that nothing was written, and what it handed over is not read after it got its answer.
/// </summary>
internal abstract class GroupItem
{
    private readonly TaskCompletionSource<object?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;

    /// <summary>Takes the item for writing; false if it was cancelled.</summary>
    public virtual bool TryBegin() => Interlocked.Exchange(ref _taken, 1) == 0;

    /// <summary>Ends the item with its answer.</summary>
    public void Complete(object? answer) => _answer.TrySetResult(answer);

    /// <summary>Ends the item with an error, unless it has ended.</summary>
    public void Fail(Exception error) => _answer.TrySetException(error);

    /// <summary>Waits for the answer, or for a cancellation before the group began.</summary>
    public async Task<T> WaitAsync<T>(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() =>
        {
            if (TryBegin()) _answer.TrySetCanceled(cancellationToken);
        });
        return (T)(await _answer.Task)!;
    }
}
