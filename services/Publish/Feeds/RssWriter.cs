using System.Globalization;
using System.Xml;

namespace Ingestion.Publish.Feeds;

/// <summary>
/// Writes a feed as RSS 2.0 after the RSS Board's profile, with the modules Atom (links and the time of the version), content, Dublin
/// Core and Media RSS. RSS has no way to tell of a withdrawal: a withdrawn article is not in the feed any more.
/// </summary>
internal static class RssWriter
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>The feed, UTF-8.</summary>
    public static byte[] Write(FeedPage page) => FeedXml.Document(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, FeedXml.Atom);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        Text(xml, "title", page.Title);
        Text(xml, "link", page.Alternate);
        Text(xml, "description", $"The latest articles of {page.Title}");
        if (page.Filter.Language is { } language) Text(xml, "language", language);
        if (page.Updated is { } updated) Text(xml, "lastBuildDate", Rfc822(updated));
        Text(xml, "docs", "https://www.rssboard.org/rss-specification");
        Text(xml, "generator", "Ingestion");
        xml.WritePageLinks(page, FeedFormat.Rss);
        foreach (var published in page.Articles)
            if (published.Article is { } article) WriteItem(xml, new FeedEntry(published, article), page);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void WriteItem(XmlWriter xml, FeedEntry entry, FeedPage page)
    {
        xml.WriteStartElement("item");
        Text(xml, "title", entry.Title);
        Text(xml, "link", page.EntryUrl(entry.Published.ArticleId));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(FeedPage.EntryId(entry.Published.ArticleId));
        xml.WriteEndElement();
        Text(xml, "pubDate", Rfc822(entry.PublishedAt));
        xml.WriteElementString(
            "updated", FeedXml.Atom, entry.Updated.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        // RSS's own author is an e-mail address.
        foreach (var author in entry.Authors) Text(xml, "creator", author, DublinCore);
        foreach (var category in entry.Categories) Text(xml, "category", category);
        if (entry.Language is { } language) Text(xml, "language", language, DublinCore);
        if (entry.Licence is { } licence) Text(xml, "rights", licence, DublinCore);
        if (entry.Original is { } original) Text(xml, "source", original, DublinCore);
        if (entry.Summary is { } summary) Text(xml, "description", summary);
        if (FeedText.Line(entry.Article.BodyHtml) is { } body) Text(xml, "encoded", body, Content);
        // Not an enclosure, which must know the image's length.
        if (entry.Image is { } image)
        {
            xml.WriteStartElement("content", Media);
            xml.WriteAttributeString("url", image.Url);
            if (image.Type is { } type) xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("medium", "image");
            if (FeedText.Line(entry.Article.LeadImage?.Caption) is { } caption) Text(xml, "description", caption, Media);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string value, string? space = null) =>
        xml.WriteElementString(name, space, FeedText.Valid(value));

    /// <summary>RFC 822 with the four-digit year that RSS 2.0 prefers.</summary>
    private static string Rfc822(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
