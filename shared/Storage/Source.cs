using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>
/// A source as it was set up. A source that only ever appeared in submissions has no record, and works with the defaults.
/// </summary>
public sealed record Source
{
    /// <summary>Longest id, in characters.</summary>
    public const int MaxIdLength = 128;

    /// <summary>What its submissions name as their source.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it may push.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What holds for its articles unless they say otherwise.</summary>
    public SourceDefaults Defaults { get; init; } = new();

    /// <summary>What its pages need beyond the general rules.</summary>
    public SourceRules Rules { get; init; } = SourceRules.None;

    /// <summary>How much it may push.</summary>
    public SourceLimits Limits { get; init; } = new();

    /// <summary>Counted up from 1 with each write: a writer says which one it has seen.</summary>
    public required long Revision { get; init; }

    /// <summary>The revision at which <see cref="Rules"/> last changed.</summary>
    public required long RulesRevision { get; init; }

    /// <summary>When it was set up, in whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last written, in whole milliseconds.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>What holds for a source's articles unless they say otherwise.</summary>
public sealed record SourceDefaults
{
    /// <summary>The language, a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The licence under which the articles may be used: its name, an SPDX id or a URL.</summary>
    public string? Licence { get; init; }
}

/// <summary>How much a source may push.</summary>
public sealed record SourceLimits
{
    /// <summary>Articles a minute over HTTP, as many at once as come in one minute; null for no limit.</summary>
    public int? ArticlesPerMinute { get; init; }
}
