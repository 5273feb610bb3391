using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Dispatch;

/// <summary>
/// What the broker has confirmed, until half of its lease is over. Most are published by then; the others wait in a queue that is long,
/// and would be sent once more behind it. It is kept in memory only: what is lost in a crash is sent once more, no worse.
/// </summary>
internal sealed class ConfirmedSubmissions(IOptions<IngestOptions> options)
{
    private const int Capacity = 200_000;

    private readonly Lock _lock = new();
    private readonly PriorityQueue<Submission, DateTimeOffset> _byTime = new();

    /// <summary>Takes a submission whose message the broker has; one too many is left to the sweeper.</summary>
    public void Add(Submission submission)
    {
        if (submission.DueAt is not { } due) return;
        lock (_lock)
        {
            if (_byTime.Count < Capacity) _byTime.Enqueue(submission, due - (options.Value.Lease / 2));
        }
    }

    /// <summary>The longer leases of those whose time it is now.</summary>
    public IReadOnlyList<LeaseExtension> TakeDue(DateTimeOffset now)
    {
        var due = new List<LeaseExtension>();
        lock (_lock)
        {
            while (_byTime.TryPeek(out var submission, out var at) && at <= now)
            {
                _byTime.Dequeue();
                var until = now + Lease.Of(submission.Attempt, options.Value.ConfirmedLease, options.Value.MaxLease);
                if (until > submission.DueAt) due.Add(new LeaseExtension(submission.ArticleId, submission.Version, submission.DueAt.Value, until));
            }
        }
        return due;
    }
}
