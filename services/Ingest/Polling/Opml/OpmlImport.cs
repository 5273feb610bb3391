using Ingestion.Ingest.Polling.Api;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling.Opml;

/// <summary>Sets up the feeds of a list, each as a source of its own; those that are there already are left as they are.</summary>
internal sealed class OpmlImport(IFeedStore feeds, FreeSourceId ids)
{
    private const int PageSize = 500;

    /// <summary>Sets them up; answers what became of each, in order.</summary>
    public async Task<IReadOnlyList<ImportedFeed>> RunAsync(IReadOnlyList<OpmlFeed> list, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await ReadKnownAsync(cancellationToken);
        var imported = new List<ImportedFeed>();
        foreach (var feed in list) imported.Add(await ImportAsync(feed, known, now, cancellationToken));
        return imported;
    }

    private async Task<ImportedFeed> ImportAsync(OpmlFeed feed, Dictionary<string, string> known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(feed.Url, out var source)) return new ImportedFeed(feed.Url, source, "known");
        var errors = new Dictionary<string, string[]>();
        if (new FeedBody(feed.Url).ToSettings(errors) is not { } settings) return new ImportedFeed(feed.Url, null, "refused", errors["url"][0]);
        source = await ids.FindAsync(SourceName.Of(feed), cancellationToken);
        if (await FeedSetup.SaveAsync(feeds, source, settings, now, cancellationToken) is null)
            return new ImportedFeed(feed.Url, null, "refused", "others are setting up the same source: try again");
        known[feed.Url] = source;
        return new ImportedFeed(feed.Url, source, "added");
    }

    private async Task<Dictionary<string, string>> ReadKnownAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string>();
        for (string? after = null; ;)
        {
            var page = await feeds.ListAsync(after, PageSize, cancellationToken);
            foreach (var feed in page) known.TryAdd(feed.Settings.Url, feed.SourceId);
            if (page.Count < PageSize) return known;
            after = page[^1].SourceId;
        }
    }
}

/// <summary>What became of a feed in a list.</summary>
/// <param name="Url">Its URL.</param>
/// <param name="Source">The source whose feed it is.</param>
/// <param name="Outcome">added, known or refused.</param>
/// <param name="Error">Why it was refused.</param>
internal sealed record ImportedFeed(string Url, string? Source, string Outcome, string? Error = null);
