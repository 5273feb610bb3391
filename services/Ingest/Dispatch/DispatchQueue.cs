using System.Threading.Channels;
using Ingestion.Storage;

namespace Ingestion.Ingest.Dispatch;

/// <summary>
/// Stored submissions on their way to the bus. It is a shortcut, not a promise: what it cannot take, or loses in a crash,
/// is due in the store when its lease ends.
/// </summary>
internal sealed class DispatchQueue
{
    private const int Capacity = 10_000;
    private readonly Channel<Submission> _channel = Channel.CreateBounded<Submission>(Capacity);

    /// <summary>Takes a submission if there is room.</summary>
    public bool TryEnqueue(Submission submission) => _channel.Writer.TryWrite(submission);

    /// <summary>The submissions, as they come.</summary>
    public IAsyncEnumerable<Submission> ReadAllAsync(CancellationToken cancellationToken) => _channel.Reader.ReadAllAsync(cancellationToken);
}
