using System.Threading.Channels;

namespace Ingestion.Bench.Throughput.Relay;

/// <summary>Queues in this process, the least that an in-memory transport can cost.</summary>
internal sealed class MemoryQueues(int hops) : IRelayQueues
{
    private const int HandledAtOnce = 64;

    private readonly Channel<ReadOnlyMemory<byte>>[] _channels =
        [.. Enumerable.Range(0, hops).Select(static _ => Channel.CreateUnbounded<ReadOnlyMemory<byte>>())];

    private readonly List<Task> _stages = [];

    public async Task SendAsync(int hop, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        await _channels[hop].Writer.WriteAsync(body, cancellationToken);

    public Task ConsumeAsync(int hop, Func<ReadOnlyMemory<byte>, Task> handle, CancellationToken cancellationToken)
    {
        _stages.Add(Parallel.ForEachAsync(
            _channels[hop].Reader.ReadAllAsync(cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = HandledAtOnce, CancellationToken = cancellationToken },
            async (body, _) => await handle(body)));
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var channel in _channels) channel.Writer.TryComplete();
        await Task.WhenAll(_stages).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
