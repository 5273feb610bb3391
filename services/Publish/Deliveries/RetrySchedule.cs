namespace Ingestion.Publish.Deliveries;

/// <summary>
/// When a delivery is tried: at once, and then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, each more or less by a
/// fifth, so that endpoints that came back are not hit by everything at one moment (Standard Webhooks, "Deliverability and reliability").
/// </summary>
internal static class RetrySchedule
{
    /// <summary>By how much a wait may differ, as a part of it.</summary>
    public const double Jitter = 0.2;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>Attempts in all.</summary>
    public static int Attempts => Waits.Length + 1;

    /// <summary>The wait after an attempt that failed; null if it was the last.</summary>
    /// <param name="attempt">The attempt, from 1.</param>
    /// <param name="random">From 0 to below 1: where in the jitter's range.</param>
    public static TimeSpan? After(int attempt, double random) =>
        attempt > Waits.Length ? null : Waits[attempt - 1] * (1 - Jitter + (2 * Jitter * random));
}
