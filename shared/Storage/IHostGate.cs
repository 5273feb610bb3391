namespace Ingestion.Storage;

/// <summary>
/// Lets one request at a time through to a host, with a gap between them, over all processes. Every method throws
/// <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface IHostGate
{
    /// <summary>
    /// Takes a host until <paramref name="until"/>. Answers null if it was free at <paramref name="now"/>, else when it will be.
    /// </summary>
    Task<DateTimeOffset?> EnterAsync(string host, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// Gives back a host that was taken until <paramref name="until"/>: it is free from <paramref name="freeAt"/> on. Changes
    /// nothing if somebody else has it by now.
    /// </summary>
    Task LeaveAsync(string host, DateTimeOffset until, DateTimeOffset freeAt, CancellationToken cancellationToken);
}
