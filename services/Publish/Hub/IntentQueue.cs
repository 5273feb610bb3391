using System.Threading.Channels;

namespace Ingestion.Publish.Hub;

/// <summary>Requests whose intent is still to be verified. One that is lost in a crash is asked again by its subscriber.</summary>
internal sealed class IntentQueue
{
    private const int Capacity = 1_000;

    private readonly Channel<HubRequest> _channel = Channel.CreateBounded<HubRequest>(Capacity);

    /// <summary>Takes a request if there is room.</summary>
    public bool TryEnqueue(HubRequest request) => _channel.Writer.TryWrite(request);

    /// <summary>The requests, as they come.</summary>
    public IAsyncEnumerable<HubRequest> ReadAllAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAllAsync(cancellationToken);
}
