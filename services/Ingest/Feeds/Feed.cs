using Ingestion.Contracts;

namespace Ingestion.Ingest.Feeds;

/// <summary>A feed: what it says of itself, and its entries.</summary>
internal sealed record Feed
{
    /// <summary>What it is written in.</summary>
    public required FeedVersion Version { get; init; }

    /// <summary>Its title.</summary>
    public FeedText? Title { get; init; }

    /// <summary>What it is about: RSS's description, Atom's subtitle.</summary>
    public FeedText? Description { get; init; }

    /// <summary>The page that it is the feed of.</summary>
    public string? Link { get; init; }

    /// <summary>Where it says it is itself (Atom's rel="self", JSON Feed's feed_url).</summary>
    public string? SelfLink { get; init; }

    /// <summary>WebSub hubs that it announces.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>Its next page (RFC 5005; JSON Feed's next_url).</summary>
    public string? NextPage { get; init; }

    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Language, RFC 5646.</summary>
    public string? Language { get; init; }

    /// <summary>When it was published.</summary>
    public ArticleTime? Published { get; init; }

    /// <summary>When it last changed.</summary>
    public ArticleTime? Updated { get; init; }

    /// <summary>Who writes it; authors of the entries that name none.</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>What it is filed under.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Its rights statement.</summary>
    public string? Copyright { get; init; }

    /// <summary>The program that wrote it.</summary>
    public string? Generator { get; init; }

    /// <summary>URL of its picture.</summary>
    public string? Image { get; init; }

    /// <summary>How often it asks to be polled.</summary>
    public FeedSchedule Schedule { get; init; } = new();

    /// <summary>The rssCloud end point that tells of changes.</summary>
    public FeedCloud? Cloud { get; init; }

    /// <summary>That there will be no more entries (JSON Feed's expired).</summary>
    public bool IsExpired { get; init; }

    /// <summary>The entries, in its order.</summary>
    public IReadOnlyList<FeedEntry> Entries { get; init; } = [];

    /// <summary>Whether there were more entries than are taken.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Why it is not well-formed, with lines; empty if it is.</summary>
    public IReadOnlyList<string> Defects { get; init; } = [];
}

/// <summary>How often a feed asks to be polled; what it does not say is null.</summary>
/// <param name="Interval">The longer of RSS's ttl and the syndication module's period by frequency.</param>
/// <param name="SkipHours">Hours of the day, UTC, in which not to ask.</param>
/// <param name="SkipDays">Days in which not to ask.</param>
internal sealed record FeedSchedule(TimeSpan? Interval = null, IReadOnlyList<int>? SkipHours = null,
    IReadOnlyList<DayOfWeek>? SkipDays = null);

/// <summary>An rssCloud end point (RSS 2.0, cloud).</summary>
internal sealed record FeedCloud(string Domain, int Port, string Path, string RegisterProcedure, string Protocol);
