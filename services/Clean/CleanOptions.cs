using System.ComponentModel.DataAnnotations;
using Ingestion.Contracts;

namespace Ingestion.Clean;

/// <summary>Clean's settings, section "Clean": what one page may cost.</summary>
internal sealed class CleanOptions
{
    /// <summary>Characters of a page that are read; what follows is not.</summary>
    [Range(100_000, 64_000_000)]
    public int MaxCharacters { get; set; } = 16_000_000;

    /// <summary>Elements of a page, or lines of a text, that are read.</summary>
    [Range(1_000, 2_000_000)]
    public int MaxElements { get; set; } = 100_000;

    /// <summary>The deepest nesting; elements further in become siblings, as in browsers.</summary>
    [Range(64, 4_096)]
    public int MaxDepth { get; set; } = 512;

    /// <summary>The longest that cleaning may take; a page that takes longer fails.</summary>
    [DurationRange("00:00:00.1", "00:01:00")]
    public TimeSpan MaxTime { get; set; } = TimeSpan.FromSeconds(10);
}
