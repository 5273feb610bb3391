using System.ComponentModel.DataAnnotations;
using Ingestion.Contracts;

namespace Ingestion.Ingest.Polling;

/// <summary>Polling of feeds, section "Polling".</summary>
internal sealed class PollingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Polling";

    /// <summary>Feeds that this process polls at the same time.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 16;

    /// <summary>How often the store is asked for feeds that are due.</summary>
    [DurationRange("00:00:00.05", "00:05:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a poll is this process's alone; another takes it over after that.</summary>
    [DurationRange("00:00:01", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The wait between two requests to the same host, over all processes.</summary>
    [DurationRange("00:00:00", "00:05:00")]
    public TimeSpan HostGap { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The shortest wait between two polls of a feed.</summary>
    [DurationRange("00:00:01", "1.00:00:00")]
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait between two polls of a feed.</summary>
    [DurationRange("00:01:00", "7.00:00:00")]
    public TimeSpan MaxInterval { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The wait while it is not known how often a feed changes.</summary>
    [DurationRange("00:00:01", "1.00:00:00")]
    public TimeSpan DefaultInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Failures in a row after which a feed is no longer polled.</summary>
    [Range(1, 1000)]
    public int MaxFailures { get; set; } = 10;

    /// <summary>
    /// Where hubs reach this service from outside, such as https://ingest.example/: with it, feeds that name a hub are subscribed to
    /// (WebSub); without it they are polled.
    /// </summary>
    public Uri? CallbackUrl { get; set; }

    /// <summary>The longest feed, in bytes after decompression.</summary>
    [Range(1024, 268_435_456)]
    public int MaxFeedBytes { get; set; } = 15 * 1024 * 1024;
}
