using System.Collections.Concurrent;

namespace Ingestion.Ingest.Sources;

/// <summary>
/// Holds sources to their rates, in this process: a token bucket each (as many at once as come in a minute, then evenly), kept for
/// sources that have a limit only.
/// </summary>
internal sealed class ArticleRates(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Bucket> _buckets = [];

    /// <summary>Takes one article from a source's rate; null, or how long until there is one again.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="perMinute">Its rate, at least 1.</param>
    public TimeSpan? Take(string sourceId, int perMinute) =>
        _buckets.GetOrAdd(sourceId, static (_, rates) => new Bucket(rates.Clock.GetTimestamp(), rates.PerMinute), (Clock: clock, PerMinute: perMinute))
            .Take(clock, perMinute);

    private sealed class Bucket(long filledAt, double level)
    {
        private readonly Lock _lock = new();
        private long _filledAt = filledAt;
        private double _level = level;

        public TimeSpan? Take(TimeProvider clock, int perMinute)
        {
            lock (_lock)
            {
                var now = clock.GetTimestamp();
                _level = Math.Min(perMinute, _level + clock.GetElapsedTime(_filledAt, now).TotalMinutes * perMinute);
                _filledAt = now;
                if (_level < 1) return TimeSpan.FromMinutes((1 - _level) / perMinute);
                _level--;
                return null;
            }
        }
    }
}
