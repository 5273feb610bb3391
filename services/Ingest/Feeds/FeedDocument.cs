using System.Xml;
using System.Xml.Linq;
using Ingestion.Contracts;
using Ingestion.Ingest.Push;

namespace Ingestion.Ingest.Feeds;

/// <summary>Reads a pushed feed document: RSS 2.0 or Atom (RFC 4287), each entry an article.</summary>
internal static class FeedDocument
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly string[] FeedTypes = ["application/rss+xml", "application/atom+xml", "application/xml", "text/xml"];

    // A document type definition is the way to entity bombs and local files: there is none.
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };

    /// <summary>Whether a body of this media type is read as a feed.</summary>
    public static bool IsFeedType(string? mediaType) => FeedTypes.Contains(mediaType, StringComparer.OrdinalIgnoreCase);

    /// <summary>A push for each entry, without a source.</summary>
    public static IReadOnlyList<PushRequest> Read(byte[] body, PushErrors errors)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            var root = XDocument.Load(reader).Root!;
            IReadOnlyList<PushRequest> entries = root.Name == Atom + "feed"
                ? [.. root.Elements(Atom + "entry").Select(ReadAtomEntry)]
                : [.. root.Descendants("item").Select(ReadRssItem)];
            if (entries.Count == 0) errors.Add("body", $"is XML with the root '{root.Name.LocalName}' and no entry: send RSS 2.0 or Atom.");
            return entries;
        }
        catch (XmlException e)
        {
            errors.Add("body", $"is not well-formed XML: {e.Message}");
            return [];
        }
    }

    private static PushRequest ReadRssItem(XElement item) => new()
    {
        Id = NullIfEmpty((string?)item.Element("guid")),
        Url = NullIfEmpty((string?)item.Element("link")),
        Title = NullIfEmpty((string?)item.Element("title")),
        PublishedAt = ReadRfc822((string?)item.Element("pubDate")),
        Html = (string?)item.Element(Content + "encoded") ?? (string?)item.Element("description") ?? "",
    };

    private static PushRequest ReadAtomEntry(XElement entry)
    {
        var content = entry.Element(Atom + "content") ?? entry.Element(Atom + "summary");
        var type = (string?)content?.Attribute("type") ?? "text";
        var body = type == "xhtml" ? string.Concat(content!.Elements().Select(e => e.ToString())) : content?.Value ?? "";
        return new PushRequest
        {
            Id = NullIfEmpty((string?)entry.Element(Atom + "id")),
            Url = entry.Elements(Atom + "link").Where(link => (string?)link.Attribute("rel") is null or "alternate")
                .Select(link => (string?)link.Attribute("href")).FirstOrDefault(),
            Title = NullIfEmpty((string?)entry.Element(Atom + "title")),
            PublishedAt = ReadIso((string?)entry.Element(Atom + "published") ?? (string?)entry.Element(Atom + "updated")),
            Html = type == "text" ? null : body,
            Text = type == "text" ? body : null,
        };
    }

    /// <summary>RFC 822 dates as RSS has them; one that cannot be read is left out, it is a hint only.</summary>
    private static string? ReadRfc822(string? text) =>
        DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var instant) ? ArticleTime.From(instant).ToString() : null;

    private static string? ReadIso(string? text) => ArticleTime.TryParse(text, out var time) ? time.ToString() : null;

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
