using System.Diagnostics;

namespace Ingestion.Bench;

/// <summary>
/// Times one or more ways of reading pages side by side: the same pages in the same order, each way warm, round by round in
/// turn, so that whatever else the machine does meets all of them. Each begins a round with a collected heap, and every round
/// at another page, so that the collections in a round do not always meet the same ones.
/// </summary>
internal static class PageTimer
{
    private const int LongestMilliseconds = 3_000;

    /// <summary>The best time of each page, summed up, for each way.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="rounds">How often each page is timed.</param>
    /// <param name="warmUp">How long each way runs, a whole round at least, before anything counts.</param>
    /// <param name="ways">The ways.</param>
    public static Timings[] Time(IReadOnlyList<SetPage> pages, int rounds, TimeSpan warmUp, params ReadOnlySpan<Func<SetPage, object?>> ways)
    {
        var best = new double[ways.Length][];
        for (var way = 0; way < ways.Length; way++)
        {
            best[way] = new double[pages.Count];
            Array.Fill(best[way], double.MaxValue);
            WarmUp(pages, ways[way], warmUp, best[way]);
        }
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < ways.Length; way++)
            {
                GC.Collect();
                for (var at = 0; at < pages.Count; at++)
                {
                    var i = (at + (pages.Count * round / rounds)) % pages.Count;
                    if (best[way][i] is <= LongestMilliseconds or double.MaxValue) best[way][i] = Math.Min(best[way][i], Run(pages[i], ways[way]));
                }
            }
        }
        return [.. best.Select(Timings.Of)];
    }

    /// <summary>Rounds that do not count; but a page over the limit is not run again, and has the time that it took.</summary>
    private static void WarmUp(IReadOnlyList<SetPage> pages, Func<SetPage, object?> way, TimeSpan atLeast, double[] best)
    {
        var start = Stopwatch.GetTimestamp();
        do
        {
            for (var i = 0; i < pages.Count; i++)
            {
                if (best[i] < double.MaxValue) continue;
                var milliseconds = Run(pages[i], way);
                if (milliseconds > LongestMilliseconds) best[i] = milliseconds;
            }
        }
        while (Stopwatch.GetElapsedTime(start) < atLeast);
    }

    private static double Run(SetPage page, Func<SetPage, object?> way)
    {
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(way(page));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
