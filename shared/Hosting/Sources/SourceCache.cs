using System.Collections.Concurrent;
using Ingestion.Storage;

namespace Ingestion.Hosting.Sources;

/// <summary>The sources' records as they stood a few seconds ago at most. A record that has not changed stays the same instance.</summary>
public sealed class SourceCache(ISourceStore sources, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>Sources kept; submissions may name any number, most of them without a record.</summary>
    private const int MostSources = 1_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = [];

    /// <summary>A source's record; null if it has none.</summary>
    /// <param name="id">The source.</param>
    /// <param name="fresh">Whether it is to be read now, however young the cached one is.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StoreUnavailableException">The store is down.</exception>
    public async ValueTask<Source?> FindAsync(string id, bool fresh, CancellationToken cancellationToken)
    {
        var known = _entries.GetValueOrDefault(id);
        if (known is not null && !fresh && clock.GetElapsedTime(known.ReadAt) < Fresh) return known.Source;
        var readAt = clock.GetTimestamp();
        var source = await sources.FindAsync(id, cancellationToken);
        if (known?.Source is { } same && same.Revision == source?.Revision && same.CreatedAt == source.CreatedAt) source = same;
        if (_entries.Count >= MostSources) _entries.Clear();
        _entries[id] = new Entry(source, readAt);
        return source;
    }

    private sealed record Entry(Source? Source, long ReadAt);
}
