using Ingestion.Hosting.Pipeline;
using Ingestion.Ingest.Polling;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Fetching;

/// <summary>Politeness: one request at a time to a host, over all processes, with a gap between them.</summary>
internal sealed class HostTurns(IHostGate gate, IOptions<PollingOptions> options, TimeProvider clock)
{
    /// <summary>How long a host is held by a process that died: a little longer than its robots.txt and a page can take.</summary>
    private static readonly TimeSpan LongestHold = Fetcher.Timeout * 3;

    /// <summary>Whoever holds a host gives it back long before its hold ends: so often somebody who waits looks again.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    /// <summary>Waits for a turn.</summary>
    /// <param name="host">The host.</param>
    /// <param name="patience">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The turn, to be disposed of after the request; null if the patience was at an end.</returns>
    public async Task<HostTurn?> WaitAsync(string host, TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = Now() + patience;
        while (true)
        {
            var now = Now();
            // No turn outlives the lease of the poll that it is for.
            var until = now + (options.Value.Lease < LongestHold ? options.Value.Lease : LongestHold);
            if (await gate.EnterAsync(host, now, until, cancellationToken) is not { } freeAt)
                return new HostTurn(() => LeaveAsync(host, until));
            if (now >= deadline) return null;
            await Task.Delay(freeAt - now < LookAgain ? freeAt - now : LookAgain, clock, cancellationToken);
        }
    }

    // Not the caller's token: a turn is given back also when the process stops.
    private Task LeaveAsync(string host, DateTimeOffset until) =>
        gate.LeaveAsync(host, until, Now() + options.Value.HostGap, CancellationToken.None);

    private DateTimeOffset Now() => clock.GetUtcNow().ToWholeMilliseconds();
}

/// <summary>A turn at a host.</summary>
internal sealed class HostTurn(Func<Task> leave) : IAsyncDisposable
{
    /// <summary>Gives it back.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await leave();
        }
        catch (StoreUnavailableException)
        {
            // The hold ends by itself.
        }
    }
}
