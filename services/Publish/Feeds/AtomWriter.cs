using System.Globalization;
using System.Xml;
using Ingestion.Storage;

namespace Ingestion.Publish.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287), with paging (RFC 5005), tombstones (RFC 6721) and licences (RFC 4946).</summary>
internal static class AtomWriter
{
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    /// <summary>The feed, UTF-8.</summary>
    public static byte[] Write(FeedPage page) => FeedXml.Document(xml =>
    {
        xml.WriteStartElement("feed", FeedXml.Atom);
        xml.WriteAttributeString("xmlns", "at", null, Tombstones);
        Text(xml, "id", page.Id);
        Text(xml, "title", page.Title);
        Text(xml, "updated", Instant(page.Updated ?? DateTimeOffset.UnixEpoch));
        Text(xml, "generator", "Ingestion");
        xml.WritePageLinks(page, FeedFormat.Atom);
        xml.WriteAtomLink("alternate", page.Alternate, "text/html");
        // Before the entries: their order says nothing (RFC 6721, 3), and the schema of RFC 4287 wants foreign markup there.
        foreach (var withdrawn in page.Articles.Where(published => published.Article is null)) WriteTombstone(xml, withdrawn);
        foreach (var published in page.Articles)
            if (published.Article is { } article) WriteEntry(xml, new FeedEntry(published, article), page);
        xml.WriteEndElement();
    });

    private static void WriteEntry(XmlWriter xml, FeedEntry entry, FeedPage page)
    {
        xml.WriteStartElement("entry", FeedXml.Atom);
        if (entry.Language is { } language) xml.WriteAttributeString("xml", "lang", null, language);
        Text(xml, "id", FeedPage.EntryId(entry.Published.ArticleId));
        Text(xml, "title", entry.Title);
        Text(xml, "updated", Instant(entry.Updated));
        Text(xml, "published", Instant(entry.PublishedAt));
        foreach (var author in entry.Authors)
        {
            xml.WriteStartElement("author", FeedXml.Atom);
            Text(xml, "name", author);
            xml.WriteEndElement();
        }
        xml.WriteAtomLink("alternate", page.EntryUrl(entry.Published.ArticleId), "text/html");
        if (entry.Original is { } original) xml.WriteAtomLink("via", original, "text/html");
        if (entry.Image is { } image) xml.WriteAtomLink("enclosure", image.Url, image.Type);
        foreach (var category in entry.Categories)
        {
            xml.WriteStartElement("category", FeedXml.Atom);
            xml.WriteAttributeString("term", category);
            xml.WriteEndElement();
        }
        if (entry.LicenceUrl is { } licence) xml.WriteAtomLink("license", licence);
        else if (entry.Licence is { } rights) Text(xml, "rights", rights);
        if (entry.Summary is { } summary) Text(xml, "summary", summary);
        xml.WriteStartElement("content", FeedXml.Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(FeedText.Valid(entry.Article.BodyHtml));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteTombstone(XmlWriter xml, PublishedArticle withdrawn)
    {
        xml.WriteStartElement("deleted-entry", Tombstones);
        xml.WriteAttributeString("ref", FeedPage.EntryId(withdrawn.ArticleId));
        xml.WriteAttributeString("when", Instant(withdrawn.PublishedAt));
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, FeedXml.Atom, FeedText.Valid(value));

    /// <summary>RFC 3339, as RFC 4287, 3.3 asks for.</summary>
    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
