using Ingestion.Ingest.Feeds;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Formats.Feeds;

/// <summary>
/// Turns the entries of a feed into articles. An entry is known by its guid, else its link, else its text; a guid that says nothing,
/// because two different pages in the feed share it, is passed over for the link.
/// </summary>
internal static class EntryArticles
{
    /// <summary>An article for each entry, in the feed's order; of entries that are the same article, the one that changed last.</summary>
    public static IEnumerable<IncomingArticle> Of(Feed feed)
    {
        var ambiguous = AmbiguousIds(feed.Entries);
        return feed.Entries
            .Select(entry => (Entry: entry, Id: entry.RawId is { } raw && !ambiguous.Contains(raw) ? raw : null))
            .GroupBy(known => Identity(known.Entry, known.Id))
            .Select(same => same.MaxBy(known => Changed(known.Entry)))
            // A guid that was made anew for the same page under the same title.
            .GroupBy(known => known.Entry is { Link: { } link, Title.Raw: { Length: > 0 } title } ? (link, title)
                : (Identity(known.Entry, known.Id), ""))
            .Select(same => same.MaxBy(known => Changed(known.Entry)))
            .Select(known => Of(feed, known.Entry, known.Id));
    }

    private static string Identity(FeedEntry entry, string? id) =>
        id ?? entry.Link ?? entry.Content?.Raw ?? entry.Summary?.Raw ?? entry.Title?.Raw ?? "";

    private static DateTimeOffset Changed(FeedEntry entry) => (entry.Updated ?? entry.Published)?.ToInstant() ?? DateTimeOffset.MinValue;

    private static IncomingArticle Of(Feed feed, FeedEntry entry, string? id)
    {
        var text = entry.Content ?? entry.Summary;
        var authors = entry.Authors.Count > 0 ? entry.Authors : feed.Authors;
        return new IncomingArticle
        {
            Id = id is null ? null : OneLine(id),
            Url = FeedUrl.IsWeb(entry.Link) ? entry.Link : null,
            Title = entry.Title?.ToPlainText() is { Length: > 0 } title ? OneLine(title) : null,
            PublishedAt = entry.Published ?? entry.Created ?? entry.Updated,
            ExpiresAt = entry.Expires,
            Language = entry.Language ?? feed.Language,
            Authors = [.. authors.Select(author => author.Name ?? author.Email).OfType<string>()],
            BodyHtml = text is null ? null : text.IsHtml ? text.Raw : ArticlePage.Paragraphs(text.Raw),
            BaseUrl = text?.BaseUrl,
        };
    }

    /// <summary>Without line ends, and no longer than a title may be: a feed is not refused for one silly entry.</summary>
    private static string OneLine(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= PushValidator.MaxTitleLength ? text : text[..PushValidator.MaxTitleLength];
    }

    /// <summary>Ids that entries with different links share: a template's constant, a section's id.</summary>
    private static HashSet<string> AmbiguousIds(IReadOnlyList<FeedEntry> entries) =>
        [.. entries.Where(entry => entry.RawId is not null).GroupBy(entry => entry.RawId!)
            .Where(group => group.Select(entry => entry.Link).Distinct().Count() > 1).Select(group => group.Key)];
}
