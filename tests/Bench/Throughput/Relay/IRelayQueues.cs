namespace Ingestion.Bench.Throughput.Relay;

/// <summary>The queues between the relay's stages.</summary>
internal interface IRelayQueues : IAsyncDisposable
{
    /// <summary>Sends a message; done when the queue has taken responsibility for it.</summary>
    Task SendAsync(int hop, ReadOnlyMemory<byte> body, CancellationToken cancellationToken);

    /// <summary>Handles the messages of a queue from now on, several at once, each acknowledged when it was handled.</summary>
    Task ConsumeAsync(int hop, Func<ReadOnlyMemory<byte>, Task> handle, CancellationToken cancellationToken);
}
