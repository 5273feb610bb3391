using System.ComponentModel.DataAnnotations;
using Ingestion.Contracts;

namespace Ingestion.Publish.Exchange;

/// <summary>How changes are passed on to the exchange, section "Exchange".</summary>
internal sealed class ExchangeOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Exchange";

    /// <summary>After how long another process goes on where one has died. Half of it is the most that a batch may take.</summary>
    [DurationRange("00:00:02", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait after a failure, and how often to look for changes that nobody has told of.</summary>
    [DurationRange("00:00:00.050", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a version that is not in the store is looked for before its change is passed over.</summary>
    [Range(1, 1_000)]
    public int MissingTries { get; set; } = 6;
}
