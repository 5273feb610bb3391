namespace Ingestion.Ingest.Polling;

/// <summary>Tells when a feed has gone strangely quiet: it answers, but nothing has come for much longer than it ever took.</summary>
internal static class QuietAlarm
{
    private const int FewestArrivals = 5;
    private const int Gaps = 8;

    private static readonly TimeSpan Shortest = TimeSpan.FromDays(3);

    /// <summary>The last arrival if it is that long ago, else null.</summary>
    public static DateTimeOffset? Since(IReadOnlyList<DateTimeOffset> arrivals, DateTimeOffset now)
    {
        if (arrivals.Count < FewestArrivals) return null;
        var gaps = arrivals.Zip(arrivals.Skip(1), (before, after) => after - before).Order().ToList();
        var patience = gaps[gaps.Count / 2] * Gaps;
        return now - arrivals[^1] > (patience > Shortest ? patience : Shortest) ? arrivals[^1] : null;
    }
}
