namespace Ingestion.Storage;

/// <summary>How long a claim lasts.</summary>
public static class Lease
{
    /// <summary>The lease of an attempt: <paramref name="first"/> for attempt 1, doubled with each more, at most <paramref name="longest"/>.</summary>
    public static TimeSpan Of(int attempt, TimeSpan first, TimeSpan longest)
    {
        var doublings = Math.Max(attempt - 1, 0);
        return doublings >= 62 || first.Ticks > longest.Ticks >> doublings
            ? longest
            : TimeSpan.FromTicks(first.Ticks << doublings);
    }
}
