using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Sources;
using Ingestion.Ingest.Polling.Api;
using Ingestion.Ingest.Sources;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling;

/// <summary>What an operator does with a source's feed, by the API or on a page. Either answer is null: the feed or the error.</summary>
internal sealed class FeedControl(IFeedStore feeds, FeedPreview preview, TimeProvider clock)
{
    /// <summary>Finds the feed behind what was entered; nothing is written.</summary>
    public async Task<(PreviewedFeed? Found, SetupError? Error)> LookAsync(string? entered, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(entered?.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return (null, UrlError($"'{entered}' is not an absolute http or https URL."));
        var found = await preview.LookAsync(url, cancellationToken);
        return found.Feed is null ? (null, UrlError(found.Error!)) : (found, null);
    }

    /// <summary>Sets a feed up, or changes it; it is polled at once, unless it is paused.</summary>
    public async Task<(PolledFeed? Feed, SetupError? Error)> SaveAsync(string id, FeedBody body, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>();
        var settings = body.ToSettings(errors);
        if (SourceId.Error(id) is { } error) errors["id"] = [error];
        return settings is null || errors.Count > 0 ? (null, FeedProblems.Fields(errors)) : await SaveAsync(id, settings, cancellationToken);
    }

    /// <summary>Has it polled now, also one that had stopped.</summary>
    public async Task<(PolledFeed? Feed, SetupError? Error)> PollNowAsync(string id, CancellationToken cancellationToken)
    {
        if (await feeds.FindAsync(id, cancellationToken) is not { } feed) return (null, FeedProblems.NoFeed(id));
        return feed.Settings.IsPaused ? (null, FeedProblems.Paused(id)) : await SaveAsync(id, feed.Settings, cancellationToken);
    }

    /// <summary>Pauses it, or has it go on.</summary>
    public async Task<(PolledFeed? Feed, SetupError? Error)> PauseAsync(string id, bool isPaused, CancellationToken cancellationToken) =>
        await feeds.FindAsync(id, cancellationToken) is { } feed
            ? await SaveAsync(id, feed.Settings with { IsPaused = isPaused }, cancellationToken)
            : (null, FeedProblems.NoFeed(id));

    private async Task<(PolledFeed?, SetupError?)> SaveAsync(string id, FeedSettings settings, CancellationToken cancellationToken) =>
        await FeedSetup.SaveAsync(feeds, id, settings, clock.GetUtcNow().ToWholeMilliseconds(), cancellationToken) is { } saved
            ? (saved, null)
            : (null, FeedProblems.Busy(id));

    private static SetupError UrlError(string error) => FeedProblems.Fields(new Dictionary<string, string[]> { ["url"] = [error] });
}
