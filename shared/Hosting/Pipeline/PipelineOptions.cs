using System.ComponentModel.DataAnnotations;
using Ingestion.Contracts;

namespace Ingestion.Hosting.Pipeline;

/// <summary>How a stage deals with failures, section "Pipeline".</summary>
public sealed class PipelineOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Pipeline";

    /// <summary>Tries within one attempt, for what passes in seconds. All of them stay below 10 seconds.</summary>
    [Range(1, 5)]
    public int TriesPerAttempt { get; set; } = 3;

    /// <summary>The wait before the second try; it doubles.</summary>
    [DurationRange("00:00:00", "00:00:02")]
    public TimeSpan TryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Attempts before a failure that should pass is taken for one that does not.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 6;

    /// <summary>The wait after the first failed attempt; it grows fivefold with each, up to an hour.</summary>
    [DurationRange("00:00:00.010", "01:00:00")]
    public TimeSpan AttemptDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The wait after a failed attempt.</summary>
    /// <param name="attempt">The attempt that failed; the first is 1.</param>
    public TimeSpan DelayAfter(int attempt)
    {
        var factor = Math.Pow(5, Math.Clamp(attempt - 1, 0, 10));
        return TimeSpan.FromSeconds(Math.Min(AttemptDelay.TotalSeconds * factor, TimeSpan.FromHours(1).TotalSeconds));
    }
}
