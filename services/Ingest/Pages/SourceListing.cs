using Ingestion.Ingest.Polling.Api;
using Ingestion.Storage;

namespace Ingestion.Ingest.Pages;

/// <summary>A source in the list: with a record, with a feed, or only known from its articles.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Record">Its record, if it has one.</param>
/// <param name="Feed">Its feed, if it has one.</param>
/// <param name="Articles">How many articles were accepted from it.</param>
/// <param name="Refusals">How many of its pushes were refused.</param>
internal sealed record ListedSource(string Id, Source? Record, FeedContent? Feed, long Articles, long Refusals)
{
    /// <summary>What people call it.</summary>
    public string Name => Record?.Name ?? Feed?.Title ?? Id;

    /// <summary>off; else the feed's state; else push.</summary>
    public string State => Record is { Enabled: false } ? "off" : Feed?.State ?? "push";
}

/// <summary>Lists sources from all the places where one may be known.</summary>
internal sealed class SourceListing(
    ISourceStore sources, IFeedStore feeds, ISourceStatistics statistics, IRefusalStore refusals)
{
    /// <summary>Sources on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of them in order of their ids, and the id to ask with for the next; null on the last.</summary>
    public async Task<(IReadOnlyList<ListedSource> Items, string? Next)> ReadAsync(string? after, CancellationToken cancellationToken)
    {
        // The first ones of each place hold the first ones of all; one more tells whether there is another page.
        var records = await sources.ListAsync(after, PageSize + 1, cancellationToken);
        var polled = await feeds.ListAsync(after, PageSize + 1, cancellationToken);
        var named = await statistics.ListNamesAsync(after, PageSize + 1, cancellationToken);
        var ids = Merge([records.Select(r => r.Id), polled.Select(f => f.SourceId), named]).Take(PageSize + 1).ToList();
        var shown = ids.Take(PageSize).ToList();
        var counts = await statistics.CountArticlesAsync(shown, cancellationToken);
        var (recordOf, feedOf) = (records.ToDictionary(r => r.Id), polled.ToDictionary(f => f.SourceId));
        var items = new List<ListedSource>(shown.Count);
        foreach (var id in shown)
        {
            var record = recordOf.GetValueOrDefault(id);
            var refused = record is null ? 0 : (await refusals.ListAsync(id, cancellationToken)).Sum(r => r.Count);
            items.Add(new ListedSource(
                id, record, feedOf.TryGetValue(id, out var feed) ? FeedContent.From(feed) : null, counts.GetValueOrDefault(id), refused));
        }
        return (items, ids.Count > PageSize ? shown[^1] : null);
    }

    /// <summary>Ids from several places, each once, in ordinal order.</summary>
    public static IEnumerable<string> Merge(IEnumerable<IEnumerable<string>> places) =>
        places.SelectMany(ids => ids).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
