using System.ComponentModel.DataAnnotations;
using Ingestion.Contracts;

namespace Ingestion.Ingest;

/// <summary>Ingest's settings, section "Ingest".</summary>
internal sealed class IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>Largest body of a push, in bytes.</summary>
    [Range(1024, Limits.MaxBodyBytes)]
    public int MaxBodyBytes { get; set; } = Limits.DefaultBodyBytes;

    /// <summary>How long the body of a push may take to arrive. A batch may take longer, as long as it keeps coming.</summary>
    [DurationRange("00:00:01", "00:30:00")]
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Most lines in a batch.</summary>
    [Range(1, 1_000_000)]
    public int MaxBatchLines { get; set; } = 10_000;

    /// <summary>Where readers find the articles, if not at this service: the base of status URLs.</summary>
    public Uri? ReadApi { get; set; }

    /// <summary>
    /// How long an accepted article is left to the pipeline before the sweeper drives it again, where the broker is not known to have its
    /// message; doubled with each attempt, up to <see cref="MaxLease"/>.
    /// </summary>
    [DurationRange("00:00:01", "1.00:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a message that the broker has confirmed may wait its turn, before it counts as lost with the broker's data; doubled with
    /// each attempt, up to <see cref="MaxLease"/>.
    /// </summary>
    [DurationRange("00:00:01", "1.00:00:00")]
    public TimeSpan ConfirmedLease { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The longest lease.</summary>
    [DurationRange("00:00:01", "1.00:00:00")]
    public TimeSpan MaxLease { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often the sweeper looks for what is due.</summary>
    [DurationRange("00:00:00.100", "00:10:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Most articles that one sweep claims.</summary>
    [Range(1, 10_000)]
    public int SweepLimit { get; set; } = 256;

    /// <summary>Messages to the broker that may be unconfirmed at once.</summary>
    [Range(1, 1024)]
    public int PublishWindow { get; set; } = 128;

    /// <summary>How long a publish may take before the article is left to the sweeper.</summary>
    [DurationRange("00:00:00.100", "00:01:00")]
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the answer to an Idempotency-Key is kept.</summary>
    [DurationRange("00:01:00", "7.00:00:00")]
    public TimeSpan IdempotencyKept { get; set; } = TimeSpan.FromHours(12);
}
