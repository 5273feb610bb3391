namespace Ingestion.Publish.Deliveries;

/// <summary>For how long an endpoint that is overloaded is left alone: what it asks for within bounds, else more with each failure.</summary>
internal static class Throttle
{
    /// <summary>The shortest wait that is believed.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that is obeyed: a slip of the endpoint must not silence it for days.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MostUnasked = TimeSpan.FromMinutes(5);

    /// <summary>The wait.</summary>
    /// <param name="asked">What a Retry-After asks for; null if there was none.</param>
    /// <param name="failures">Attempts that failed in a row, this one included.</param>
    public static TimeSpan For(TimeSpan? asked, int failures)
    {
        if (asked is { } wait) return wait < Least ? Least : wait > Most ? Most : wait;
        var grown = First * Math.Pow(2, Math.Clamp(failures - 1, 0, 10));
        return grown < MostUnasked ? grown : MostUnasked;
    }
}
