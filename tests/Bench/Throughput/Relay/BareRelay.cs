using System.Diagnostics;

namespace Ingestion.Bench.Throughput.Relay;

/// <summary>
/// What the same hops cost when nothing is done: the page is written, a message goes through the queues, handed on as it is
/// at every stage but with the size that it has there, and at the end the article is written. This process is sender, stages
/// and all.
/// </summary>
internal sealed class BareRelay(IRelayQueues queues, IRelayStore store, Cargo cargo)
{
    private int _arrived;
    private TaskCompletionSource _finished = new();
    private int _expected;

    /// <summary>Warms up, then measures.</summary>
    /// <exception cref="TimeoutException">It was not finished in time.</exception>
    public Task<Figures> RunAsync(Workload work, CancellationToken cancellationToken) =>
        work.BoundAsync(
            "bare relay",
            async deadline =>
            {
                for (var hop = 0; hop < cargo.Messages.Count; hop++) await StartStageAsync(hop, deadline);
                await SendAsync(Workload.WarmUp, deadline);

                using var process = Process.GetCurrentProcess();
                var (start, cpu) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
                await SendAsync(work.Count, deadline);
                var elapsed = Stopwatch.GetElapsedTime(start);
                process.Refresh();
                return Figures.Of(work.Count, elapsed, process.TotalProcessorTime - cpu);
            },
            () => $"{Volatile.Read(ref _arrived)} of the last {_expected} have arrived",
            cancellationToken);

    private Task StartStageAsync(int hop, CancellationToken cancellationToken)
    {
        var isLast = hop == cargo.Messages.Count - 1;
        return queues.ConsumeAsync(
            hop,
            async _ =>
            {
                if (isLast) await PublishAsync(cancellationToken);
                else await queues.SendAsync(hop + 1, cargo.Messages[hop + 1], cancellationToken);
            },
            cancellationToken);
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        await store.WriteAsync(cargo.Article, cancellationToken);
        if (Interlocked.Increment(ref _arrived) == _expected) _finished.SetResult();
    }

    private async Task SendAsync(int count, CancellationToken cancellationToken)
    {
        (_arrived, _expected, _finished) = (0, count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = Workload.InFlight, CancellationToken = cancellationToken },
            async (_, token) =>
            {
                await store.WriteAsync(cargo.Page, token);
                await queues.SendAsync(0, cargo.Messages[0], token);
            });
        await _finished.Task.WaitAsync(cancellationToken);
    }
}
