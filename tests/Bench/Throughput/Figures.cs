namespace Ingestion.Bench.Throughput;

/// <summary>What a run of so many articles took.</summary>
/// <param name="Seconds">From the first push until the last article was published.</param>
/// <param name="ArticlesPerSecond">Articles published per second.</param>
/// <param name="CpuMillisecondsPerArticle">Processor time of the processes that did the work, user and system, per article.</param>
internal sealed record Figures(double Seconds, double ArticlesPerSecond, double CpuMillisecondsPerArticle)
{
    /// <summary>Works the figures out.</summary>
    public static Figures Of(int count, TimeSpan elapsed, TimeSpan cpu) => new(
        Math.Round(elapsed.TotalSeconds, 2),
        Math.Round(count / elapsed.TotalSeconds, 1),
        Math.Round(cpu.TotalMilliseconds / count, 2));

    public override string ToString() =>
        FormattableString.Invariant($"{ArticlesPerSecond} articles/s, {CpuMillisecondsPerArticle} CPU-ms per article, {Seconds} s");
}
