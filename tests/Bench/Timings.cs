namespace Ingestion.Bench;

/// <summary>Milliseconds per page.</summary>
internal sealed record Timings(double Mean, double Median, double P95, double Max)
{
    /// <summary>Sums up measured pages.</summary>
    public static Timings Of(IEnumerable<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        if (sorted.Length == 0) return new Timings(0, 0, 0, 0);
        return new Timings(Round(sorted.Average()), Round(sorted[sorted.Length / 2]), Round(sorted[(int)(sorted.Length * 0.95)]), Round(sorted[^1]));
    }

    private static double Round(double value) => Math.Round(value, 3);
}
