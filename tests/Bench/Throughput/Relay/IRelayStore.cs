namespace Ingestion.Bench.Throughput.Relay;

/// <summary>Where the relay writes.</summary>
internal interface IRelayStore : IAsyncDisposable
{
    /// <summary>Writes a document durably.</summary>
    Task WriteAsync(byte[] content, CancellationToken cancellationToken);
}
