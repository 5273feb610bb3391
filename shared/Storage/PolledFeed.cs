namespace Ingestion.Storage;

/// <summary>A feed that is polled, and what its polls have left. A source has at most one.</summary>
public sealed record PolledFeed
{
    /// <summary>The source whose feed it is.</summary>
    public required string SourceId { get; init; }

    /// <summary>How it was set up.</summary>
    public required FeedSettings Settings { get; init; }

    /// <summary>Counted up from 1 with each write of the settings: a writer says which one it has seen.</summary>
    public required long Revision { get; init; }

    /// <summary>When the settings were first written, in whole milliseconds.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the settings were last written, in whole milliseconds.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When the next poll is due; while one runs, when its lease ends; null while it is paused or has stopped.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Counts the polls begun: the lease under which a poll's result is written.</summary>
    public long Lease { get; init; }

    /// <summary>What the polls have left.</summary>
    public FeedPolls Polls { get; init; } = new();
}

/// <summary>How a feed is polled.</summary>
public sealed record FeedSettings
{
    /// <summary>The feed's URL.</summary>
    public required string Url { get; init; }

    /// <summary>When an entry's page is fetched.</summary>
    public FullText FullText { get; init; } = FullText.Teaser;

    /// <summary>The shortest wait between two polls that the source wants; null for the default.</summary>
    public TimeSpan? MinInterval { get; init; }

    /// <summary>Whether it is not to be polled.</summary>
    public bool IsPaused { get; init; }
}

/// <summary>When an entry's page is fetched instead of taking what the feed has.</summary>
public enum FullText
{
    /// <summary>Never: the feed is all there is.</summary>
    Never,

    /// <summary>When the entry looks like the beginning of an article only.</summary>
    Teaser,

    /// <summary>Always.</summary>
    Always,
}

/// <summary>What the polls of a feed have left.</summary>
public sealed record FeedPolls
{
    /// <summary>The title that the feed gives itself.</summary>
    public string? Title { get; init; }

    /// <summary>The entity tag to ask with.</summary>
    public string? ETag { get; init; }

    /// <summary>The Last-Modified date to ask with, as written.</summary>
    public string? LastModified { get; init; }

    /// <summary>The entries of the last documents: what has been taken.</summary>
    public IReadOnlyList<SeenEntry> Entries { get; init; } = [];

    /// <summary>When the latest entries came, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Arrivals { get; init; } = [];

    /// <summary>When it was last asked.</summary>
    public DateTimeOffset? LastPolledAt { get; init; }

    /// <summary>The HTTP status of the last answer; null if there was none.</summary>
    public int? LastStatus { get; init; }

    /// <summary>How many articles the last poll brought, corrections included.</summary>
    public int LastArticles { get; init; }

    /// <summary>How many articles all polls brought, corrections included.</summary>
    public long Articles { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>What went wrong last; null after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>Why it is no longer polled; null while it is.</summary>
    public string? Stopped { get; init; }

    /// <summary>Since when nothing has come although something should have; null if that is not so.</summary>
    public DateTimeOffset? QuietSince { get; init; }

    /// <summary>Where it says that it has moved; null if it does not.</summary>
    public FeedMove? Move { get; init; }

    /// <summary>The subscription at its hub; null if it has none.</summary>
    public HubSubscription? Hub { get; init; }
}

/// <summary>An entry that has been taken.</summary>
/// <param name="Id">The entry's own id, if that is what it is known by.</param>
/// <param name="Url">Its page.</param>
/// <param name="Hash">What it said, hashed.</param>
public sealed record SeenEntry(string? Id, string? Url, string Hash);

/// <summary>A permanent redirect, which is believed after long repetition only.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Times">How often in a row it was seen.</param>
/// <param name="Since">When it was first seen.</param>
public sealed record FeedMove(string Url, int Times, DateTimeOffset Since);

/// <summary>A subscription at a feed's hub (W3C WebSub), which pushes what is new.</summary>
public sealed record HubSubscription
{
    /// <summary>The hub.</summary>
    public required string HubUrl { get; init; }

    /// <summary>What is subscribed to: the feed's own name of itself.</summary>
    public required string Topic { get; init; }

    /// <summary>The part of the callback's address that only the hub knows.</summary>
    public required string Key { get; init; }

    /// <summary>What the hub signs with.</summary>
    public required string Secret { get; init; }

    /// <summary>When the hub was last asked.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the subscription ends; null until the hub has verified it.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>When the hub last pushed; null until it has. Only then are pushes relied on.</summary>
    public DateTimeOffset? PushedAt { get; init; }

    /// <summary>Why the hub does not do it; null if it does.</summary>
    public string? Error { get; init; }
}
