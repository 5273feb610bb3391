using System.Text;
using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Feeds.Discovery;
using Ingestion.Ingest.Fetching;
using Ingestion.Ingest.Formats.Feeds;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Polling;

/// <summary>Finds the feed behind a URL, be it the feed's own or that of a page that has one, and shows what is in it.</summary>
internal sealed class FeedPreview(Fetcher fetcher, HostTurns turns, IOptions<PollingOptions> options)
{
    /// <summary>Entries that are shown.</summary>
    public const int Shown = 5;

    /// <summary>Candidates of a page that are tried.</summary>
    private const int MaxTries = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Looks.</summary>
    public async Task<PreviewedFeed> LookAsync(Uri url, CancellationToken cancellationToken)
    {
        var answer = await FetchAsync(url, cancellationToken);
        if (answer.Outcome != FetchOutcome.Fetched) return new PreviewedFeed { Url = url.AbsoluteUri, Error = answer.Error };
        var first = Read(answer);
        if (first.Error is null) return first;

        var candidates = FeedDiscovery.Find(Encoding.UTF8.GetString(answer.Content), answer.Url.AbsoluteUri);
        if (candidates.Count == 0) return first with { Error = $"{first.Error} It names no feed either." };
        foreach (var candidate in candidates.Take(MaxTries))
        {
            var found = await FetchAsync(new Uri(candidate.Url), cancellationToken);
            if (found.Outcome == FetchOutcome.Fetched && Read(found) is { Error: null } feed) return feed with { Candidates = candidates };
        }
        return first with { Error = $"{answer.Url} is a page whose feeds cannot be read: {string.Join(", ", candidates.Select(c => c.Url))}.", Candidates = candidates };
    }

    private async Task<FetchAnswer> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        await using var turn = await turns.WaitAsync(url.Authority, Patience, cancellationToken);
        return turn is null
            ? new FetchAnswer { Outcome = FetchOutcome.Failed, Url = url, Error = $"{url.Host} is being asked by others: try again in a moment." }
            : await fetcher.FetchAsync(new FetchRequest(url, "*/*", options.Value.MaxFeedBytes), cancellationToken);
    }

    private static PreviewedFeed Read(FetchAnswer answer)
    {
        try
        {
            var feed = FeedReader.Read(answer.Content, answer.ContentType, answer.Url.AbsoluteUri);
            return new PreviewedFeed { Url = (answer.MovedTo ?? answer.Url).AbsoluteUri, Feed = feed, Entries = [.. EntryArticles.Of(feed).Take(Shown)] };
        }
        catch (FeedFormatException e)
        {
            return new PreviewedFeed { Url = answer.Url.AbsoluteUri, Error = $"{answer.Url} is no feed. {e.Message}" };
        }
    }
}
