using Ingestion.Publish.Publishing;
using Ingestion.Storage;

namespace Ingestion.Publish.Streaming;

/// <summary>
/// The end of the change log, read and written for the wire once for all streams of the process: those that keep up share it. One that
/// is behind it reads the log itself, at its own pace, so that it costs the others nothing and is kept no events in memory.
/// </summary>
internal sealed class ChangeWindow(IArticleStore articles, ChangeSignal signal) : IDisposable
{
    private const int EventsAtOnce = 16;
    private const int MostEvents = 512;
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private Stretch _events = new(0, []);
    private Task? _lookedFor;

    /// <summary>The changes after a place, a few at a time; empty if there is none. Take <see cref="ChangeSignal.Next"/> before.</summary>
    public async ValueTask<IReadOnlyList<StreamEvent>> ReadAsync(long after, CancellationToken cancellationToken)
    {
        var events = Volatile.Read(ref _events);
        if (events.Has(after)) return events.After(after);
        if (after < events.From) return await LoadAsync(after, cancellationToken);

        await _reading.WaitAsync(cancellationToken);
        try
        {
            events = _events;
            if (events.Has(after)) return events.After(after);
            if (after < events.From) return await LoadAsync(after, cancellationToken);
            // A thousand streams wake up together: the first has looked for all of them.
            var next = signal.Next;
            if (ReferenceEquals(next, _lookedFor)) return [];
            var loaded = await LoadAsync(after, cancellationToken);
            if (loaded.Count < EventsAtOnce) _lookedFor = next;
            Volatile.Write(ref _events, Trim(after == events.To ? events.List : [], loaded, after));
            return loaded;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<List<StreamEvent>> LoadAsync(long after, CancellationToken cancellationToken)
    {
        var changes = await articles.ReadChangesAsync(after, EventsAtOnce, cancellationToken);
        if (changes.Count == 0) return [];
        var versions = (await articles.FindVersionsAsync([.. changes.Select(change => (change.ArticleId, change.Version))], cancellationToken))
            .ToDictionary(version => (version.ArticleId, version.Version));
        return [.. changes.Select(change => StreamEvent.Of(change, versions.GetValueOrDefault((change.ArticleId, change.Version))))];
    }

    private static Stretch Trim(IReadOnlyList<StreamEvent> before, List<StreamEvent> loaded, long after)
    {
        // What is withdrawn is given out no more: the log has it without its content, the window would still have it.
        var all = loaded.Exists(change => change.Kind == ChangeKind.Withdrawal) ? loaded : [.. before, .. loaded];
        var (first, bytes) = (all.Count, 0L);
        while (first > 0 && all.Count - first < MostEvents && (bytes += all[first - 1].Bytes.Length) <= MostBytes) first--;
        return new Stretch(first == all.Count ? after + loaded.Count : all[first].Sequence - 1, all[first..]);
    }

    /// <summary>A stretch of the sequence, which has no gaps.</summary>
    private sealed record Stretch(long From, IReadOnlyList<StreamEvent> List)
    {
        public long To => From + List.Count;

        public bool Has(long after) => after >= From && after < To;

        public IReadOnlyList<StreamEvent> After(long after) => [.. List.Skip((int)(after - From)).Take(EventsAtOnce)];
    }
}
