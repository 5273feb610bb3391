namespace Ingestion.Ingest.Polling;

/// <summary>How often a feed is worth asking: as often as something came in the last week (Miniflux's entry frequency).</summary>
internal static class AdaptiveInterval
{
    /// <summary>Arrivals that are remembered.</summary>
    public const int MaxArrivals = 64;

    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>The wait, within the bounds of the options.</summary>
    public static TimeSpan Of(IReadOnlyList<DateTimeOffset> arrivals, DateTimeOffset now, PollingOptions options)
    {
        if (arrivals.Count == 0) return options.DefaultInterval;
        var recent = arrivals.Count(arrival => arrival > now - Window);
        // Where all that is known came in less than a week, no more is known than that time.
        var span = recent == arrivals.Count ? now - arrivals[0] : Window;
        return recent == 0 ? options.MaxInterval : Bounded(span / recent, options);
    }

    /// <summary>A wait within the bounds of the options.</summary>
    public static TimeSpan Bounded(TimeSpan wait, PollingOptions options) =>
        wait < options.MinInterval ? options.MinInterval : wait > options.MaxInterval ? options.MaxInterval : wait;
}
