using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Sources;
using Ingestion.Hosting.Telemetry;
using Ingestion.Storage;

namespace Ingestion.Ingest.Sources;

/// <summary>
/// Counts refusals: at once as a metric, and, for sources that have a record, in the store every few seconds. Sources that nobody set up
/// are counted together, so that a stranger cannot make up any number of them.
/// </summary>
internal sealed class RefusalBook(SourceCache sources, IRefusalStore store, PipelineMetrics metrics, TimeProvider clock)
{
    private const string Others = "other";

    private readonly Lock _lock = new();
    private Dictionary<(string Source, string Reason), Refusals> _pending = [];

    /// <summary>Counts one.</summary>
    public async Task AddAsync(int statusCode, string reason, string? sourceId, CancellationToken cancellationToken)
    {
        var known = sourceId is not null && await IsKnownAsync(sourceId, cancellationToken);
        metrics.Refused(statusCode, reason, known ? sourceId : Others);
        if (known) Add(new Refusals(sourceId!, reason, 1, clock.GetUtcNow().ToWholeMilliseconds()));
    }

    /// <summary>Writes what came since the last call; what cannot be written now is kept for the next one.</summary>
    /// <exception cref="StoreUnavailableException">The store is down.</exception>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        Dictionary<(string, string), Refusals> taken;
        lock (_lock) (taken, _pending) = (_pending, []);
        if (taken.Count == 0) return;
        try
        {
            await store.AddAsync(taken.Values, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            foreach (var refusals in taken.Values) Add(refusals);
            throw;
        }
    }

    private void Add(Refusals refusals)
    {
        var key = (refusals.SourceId, refusals.Reason);
        lock (_lock)
        {
            _pending[key] = _pending.TryGetValue(key, out var earlier) ? refusals with { Count = earlier.Count + refusals.Count } : refusals;
        }
    }

    private async Task<bool> IsKnownAsync(string sourceId, CancellationToken cancellationToken)
    {
        try
        {
            return await sources.FindAsync(sourceId, fresh: false, cancellationToken) is not null;
        }
        catch (StoreUnavailableException)
        {
            return false; // the refusal stands all the same
        }
    }
}
