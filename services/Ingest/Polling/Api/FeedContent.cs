using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling.Api;

/// <summary>A polled feed, as its operators read it.</summary>
internal sealed record FeedContent
{
    /// <summary>The source whose feed it is.</summary>
    public required string Source { get; init; }

    /// <summary>The feed's URL.</summary>
    public required string Url { get; init; }

    /// <summary>The title that it gives itself.</summary>
    public string? Title { get; init; }

    /// <summary>When the pages of entries are fetched: never, teaser or always.</summary>
    public required string FullText { get; init; }

    /// <summary>The shortest wait between two polls, in seconds; absent for the default.</summary>
    public int? MinIntervalSeconds { get; init; }

    /// <summary>waiting, paused, failing, quiet or stopped.</summary>
    public required string State { get; init; }

    /// <summary>What is wrong, in words; absent if nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>When the next poll is due; absent while it is paused or stopped.</summary>
    public DateTimeOffset? NextPollAt { get; init; }

    /// <summary>When it was last polled.</summary>
    public DateTimeOffset? LastPolledAt { get; init; }

    /// <summary>The HTTP status of the last answer.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Articles that the last poll brought, corrections included.</summary>
    public int LastArticles { get; init; }

    /// <summary>Articles that all polls brought, corrections included.</summary>
    public long Articles { get; init; }

    /// <summary>When something last came.</summary>
    public DateTimeOffset? LastArrivalAt { get; init; }

    /// <summary>Since when it is strangely quiet; absent if it is not.</summary>
    public DateTimeOffset? QuietSince { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Where it says it has moved for good; believed after long repetition.</summary>
    public string? MovingTo { get; init; }

    /// <summary>The number of its settings.</summary>
    public required long Revision { get; init; }

    public static FeedContent From(PolledFeed feed) => new()
    {
        Source = feed.SourceId,
        Url = feed.Settings.Url,
        Title = feed.Polls.Title,
        FullText = feed.Settings.FullText.ToString().ToLowerInvariant(),
        MinIntervalSeconds = (int?)feed.Settings.MinInterval?.TotalSeconds,
        State = StateOf(feed),
        Error = feed.Polls.Stopped ?? feed.Polls.LastError,
        NextPollAt = feed.DueAt,
        LastPolledAt = feed.Polls.LastPolledAt,
        LastStatus = feed.Polls.LastStatus,
        LastArticles = feed.Polls.LastArticles,
        Articles = feed.Polls.Articles,
        LastArrivalAt = feed.Polls.Arrivals.Count > 0 ? feed.Polls.Arrivals[^1] : null,
        QuietSince = feed.Polls.QuietSince,
        Failures = feed.Polls.Failures,
        MovingTo = feed.Polls.Move?.Url,
        Revision = feed.Revision,
    };

    private static string StateOf(PolledFeed feed) => feed switch
    {
        { Settings.IsPaused: true } => "paused",
        { Polls.Stopped: not null } => "stopped",
        { Polls.LastError: not null } => "failing",
        { Polls.QuietSince: not null } => "quiet",
        _ => "waiting",
    };
}

/// <summary>A page of feeds.</summary>
/// <param name="Items">The feeds, by their sources' ids.</param>
/// <param name="Next">What to ask with as after for the next page; absent on the last.</param>
internal sealed record FeedList(IReadOnlyList<FeedContent> Items, string? Next);

/// <summary>What is behind a URL.</summary>
/// <param name="Url">The feed's URL, to be saved.</param>
/// <param name="Version">What it is written in.</param>
/// <param name="Title">The title that it gives itself.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Latest">The first of them.</param>
/// <param name="Candidates">All feeds that the page names; empty if the URL was a feed's.</param>
/// <param name="Defects">What is wrong with it, although it can be read.</param>
internal sealed record PreviewContent(
    string Url, string Version, string? Title, int Entries, IReadOnlyList<PreviewEntry> Latest, IReadOnlyList<string> Candidates,
    IReadOnlyList<string> Defects);

/// <summary>An entry of a feed that is looked at.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="IsTeaser">Whether it has only the beginning of the article, so that its page would be fetched.</param>
internal sealed record PreviewEntry(string? Title, string? Url, ArticleTime? PublishedAt, bool IsTeaser);
