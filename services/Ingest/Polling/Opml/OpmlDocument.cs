using System.Xml;
using System.Xml.Linq;
using Ingestion.Storage;

namespace Ingestion.Ingest.Polling.Opml;

/// <summary>Lists of feeds as readers exchange them (OPML 2.0, http://opml.org/spec2.opml).</summary>
internal static class OpmlDocument
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/x-opml";

    private const int MaxFeeds = 10_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = 16 * 1024 * 1024,
    };

    /// <summary>The feeds in a list, folders flattened, each URL once.</summary>
    /// <exception cref="OpmlException">It is no OPML, or has no feed.</exception>
    public static IReadOnlyList<OpmlFeed> Read(Stream document)
    {
        try
        {
            using var reader = XmlReader.Create(document, Settings);
            var root = XDocument.Load(reader).Root!;
            if (root.Name.LocalName != "opml") throw new OpmlException($"Its root element is '{root.Name.LocalName}', not 'opml'.");
            var feeds = root.Descendants("outline").Select(Read).OfType<OpmlFeed>().DistinctBy(feed => feed.Url).ToList();
            return feeds.Count switch
            {
                0 => throw new OpmlException("It has no outline with an xmlUrl."),
                > MaxFeeds => throw new OpmlException($"It has {feeds.Count} feeds, more than {MaxFeeds}: send them in parts."),
                _ => feeds,
            };
        }
        catch (XmlException e)
        {
            throw new OpmlException($"It is not well-formed: {e.Message}");
        }
    }

    /// <summary>The list of feeds.</summary>
    public static XDocument Write(IEnumerable<PolledFeed> feeds) => new(
        new XElement("opml", new XAttribute("version", "2.0"),
            new XElement("head", new XElement("title", "Feeds")),
            new XElement("body", feeds.Select(feed => new XElement("outline",
                new XAttribute("type", "rss"),
                new XAttribute("text", feed.Polls.Title ?? feed.SourceId),
                new XAttribute("title", feed.Polls.Title ?? feed.SourceId),
                new XAttribute("xmlUrl", feed.Settings.Url))))));

    private static OpmlFeed? Read(XElement outline)
    {
        var url = Attribute(outline, "xmlUrl");
        return url is null ? null : new OpmlFeed(url.Trim(), Attribute(outline, "title") ?? Attribute(outline, "text"));
    }

    // Some write xmlurl or XMLURL.
    private static string? Attribute(XElement outline, string name) =>
        outline.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}

/// <summary>A feed in a list.</summary>
/// <param name="Url">Its URL as it was written.</param>
/// <param name="Title">What the list calls it.</param>
internal sealed record OpmlFeed(string Url, string? Title);

/// <summary>Thrown for a document that is no list of feeds; the message says why.</summary>
internal sealed class OpmlException(string message) : Exception(message);
