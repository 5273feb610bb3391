using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Reads a feed in XML: finds what it is written in, its own fields and its entries.</summary>
internal static class XmlFeedReader
{
    private const int MaxSearchDepth = 8;

    /// <summary>The feed.</summary>
    /// <exception cref="FeedFormatException">There is no feed in the document.</exception>
    public static Feed Read(MarkupDocument document, string? url)
    {
        var root = document.Roots.Select(r => FindFeed(r, 0)).FirstOrDefault(r => r is not null)
            ?? throw new FeedFormatException(Describe(document));
        var context = new FeedContext(FeedVersions.Of(root, document.DocType), url);
        var entries = new List<MarkupElement>();
        CollectEntries(root, entries, 0);
        var feed = ChannelReader.Read(root, context);
        return feed with
        {
            Entries = [.. entries.Take(FeedReader.MaxEntries).Select(entry => EntryReader.Read(entry, context))],
            IsTruncated = entries.Count > FeedReader.MaxEntries,
            Defects = document.Defects,
        };
    }

    /// <summary>The element that is the feed: the document's own, or one that something was wrapped around.</summary>
    private static MarkupElement? FindFeed(MarkupElement element, int depth)
    {
        if (element.Key is "rss" or "rdf:rdf" or "feed" or "channel") return element;
        return depth >= MaxSearchDepth ? null : element.Elements.Select(child => FindFeed(child, depth + 1))
            .FirstOrDefault(found => found is not null);
    }

    private static void CollectEntries(MarkupElement element, List<MarkupElement> entries, int depth)
    {
        foreach (var child in element.Elements)
        {
            if (child.Key is "item" or "entry") entries.Add(child);
            else if (child.Key is "channel" or "items" or "rdf:rdf" or "rss" or "feed" && depth < MaxSearchDepth)
                CollectEntries(child, entries, depth + 1);
        }
    }

    private static string Describe(MarkupDocument document)
    {
        if (document.Roots.Count == 0) return "The document has no element in it: it is neither XML nor JSON.";
        return document.Roots.Any(root => root.QualifiedName.Equals("html", StringComparison.OrdinalIgnoreCase))
            ? "The document is an HTML page, not a feed."
            : $"The document's root is '{document.Roots[0].QualifiedName}': a feed has rss, rdf:RDF, feed or channel.";
    }
}

/// <summary>What reading a part of a feed needs to know of the whole.</summary>
/// <param name="Version">What the feed is written in.</param>
/// <param name="Url">Where it came from.</param>
internal sealed record FeedContext(FeedVersion Version, string? Url)
{
    /// <summary>Whether texts say themselves what they are, as Atom's do.</summary>
    public bool IsAtom => Version is >= FeedVersion.Atom and <= FeedVersion.Atom10;
}
