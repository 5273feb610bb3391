using System.Text;
using Ingestion.Publish.Publishing;
using Ingestion.Storage;

namespace Ingestion.Publish.Streaming;

/// <summary>Server-sent events (WHATWG HTML, 9.2) from the change log, by a cursor of its own.</summary>
internal sealed class EventStream(ChangeWindow window, ChangeSignal signal, StreamFilter filter, TimeProvider clock)
{
    /// <summary>How long nothing is sent before a heartbeat is: proxies close what is silent for a minute.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan RetryStore = TimeSpan.FromSeconds(1);

    /// <summary>Writes until the end is asked for or the reader is cut off. A reader that is slow makes this wait, and nobody else.</summary>
    /// <param name="body">Where to.</param>
    /// <param name="place">The last sequence that the reader has.</param>
    /// <param name="stopping">Asks for the end: what is being written is written first, since a write that is cancelled breaks the connection.</param>
    /// <param name="cutOff">Ends a write as well.</param>
    /// <exception cref="OperationCanceledException">It ended.</exception>
    public async Task WriteAsync(Stream body, long place, CancellationToken stopping, CancellationToken cutOff)
    {
        // Who is cut off connects again after this many milliseconds.
        await body.WriteAsync("retry: 3000\n\n"u8.ToArray(), cutOff);
        await body.FlushAsync(cutOff);
        // What the filter leaves out is no sign of life: it counts what was written.
        for (var written = clock.GetTimestamp(); ;)
        {
            stopping.ThrowIfCancellationRequested();
            var next = signal.Next;
            var changes = await ReadAsync(place, stopping);
            if (changes.Count > 0) place = changes[^1].Sequence;
            if (await WriteAsync(body, changes.TakeWhile(_ => !stopping.IsCancellationRequested), cutOff)) written = clock.GetTimestamp();
            var rest = Heartbeat - clock.GetElapsedTime(written);
            if (rest <= TimeSpan.Zero)
            {
                // An id without data is remembered, though no event is made of it: who filters much does not start far behind.
                await body.WriteAsync(Encoding.ASCII.GetBytes($": heartbeat\nid: {place}\n\n"), cutOff);
                await body.FlushAsync(cutOff);
                written = clock.GetTimestamp();
            }
            else if (changes.Count == 0)
            {
                await WaitAsync(next, rest, stopping);
            }
        }
    }

    private async Task<bool> WriteAsync(Stream body, IEnumerable<StreamEvent> changes, CancellationToken cutOff)
    {
        var hasWritten = false;
        foreach (var change in changes.Where(filter.Takes))
        {
            await body.WriteAsync(change.Bytes, cutOff);
            hasWritten = true;
        }
        if (hasWritten) await body.FlushAsync(cutOff);
        return hasWritten;
    }

    private async Task WaitAsync(Task next, TimeSpan most, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(most, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Time for a heartbeat.
        }
    }

    private async Task<IReadOnlyList<StreamEvent>> ReadAsync(long place, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await window.ReadAsync(place, cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                await Task.Delay(RetryStore, clock, cancellationToken);
            }
        }
    }
}
