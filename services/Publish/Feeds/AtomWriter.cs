using System.Globalization;
using System.Text;
using System.Xml;
using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Publish.Feeds;

/// <summary>Writes published articles as an Atom feed (RFC 4287). The same articles give the same bytes.</summary>
internal static class AtomWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The feed, UTF-8.</summary>
    /// <param name="articles">The articles, newest first; none is a tombstone.</param>
    /// <param name="root">Where the service is reached; ends with a slash.</param>
    /// <param name="source">The source it is limited to.</param>
    /// <param name="language">The language it is limited to.</param>
    public static byte[] Write(IReadOnlyList<PublishedArticle> articles, Uri root, string? source, string? language)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            var query = Query(source, language);
            xml.WriteStartElement("feed", Atom);
            Text(xml, "id", "urn:ingestion:feed" + query.Replace('?', ':').Replace('&', ':'));
            Text(xml, "title", string.Join(" · ", new[] { "Articles", source, language }.Where(part => part is not null)));
            Text(xml, "updated", Instant(articles.Count == 0 ? DateTimeOffset.UnixEpoch : articles.Max(article => article.PublishedAt)));
            Text(xml, "generator", "Ingestion");
            Link(xml, "self", new Uri(root, "v1/feed.atom" + query).AbsoluteUri, AtomFeed.ContentType);
            Link(xml, "alternate", new Uri(root, query).AbsoluteUri, "text/html");
            foreach (var published in articles)
            {
                if (published.Article is { } article) WriteEntry(xml, published, article, root);
            }
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, PublishedArticle published, CleanedArticle article, Uri root)
    {
        xml.WriteStartElement("entry", Atom);
        if (published.Enrichment is { Language: not "und" } told) xml.WriteAttributeString("xml", "lang", null, told.Language);
        Text(xml, "id", $"urn:ingestion:article:{published.ArticleId}");
        Text(xml, "title", article.Title);
        Text(xml, "updated", Instant(published.PublishedAt));
        Text(xml, "published", Instant(article.PublishedAt?.ToInstant() ?? published.FirstPublishedAt));
        // An entry needs an author: where the page names none, its publisher is, else its source.
        foreach (var author in article.Authors.Count > 0 ? article.Authors : [article.Publisher ?? published.Source])
        {
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", author);
            xml.WriteEndElement();
        }
        Link(xml, "alternate", new Uri(root, $"articles/{published.ArticleId}").AbsoluteUri, "text/html");
        if (Uri.TryCreate(article.CanonicalUrl, UriKind.Absolute, out var canonical)) Link(xml, "via", canonical.AbsoluteUri, "text/html");
        foreach (var tag in article.Tags.Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", Valid(tag));
            xml.WriteEndElement();
        }
        if ((article.Standfirst ?? published.Enrichment?.Summary) is { } summary) Text(xml, "summary", summary);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Valid(article.BodyHtml));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Query(string? source, string? language)
    {
        var parts = new List<string>();
        if (source is not null) parts.Add("source=" + Uri.EscapeDataString(source));
        if (language is not null) parts.Add("language=" + Uri.EscapeDataString(language));
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Atom, Valid(value));

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    /// <summary>RFC 3339, as RFC 4287, 3.3 asks for.</summary>
    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Without the characters that XML 1.0 cannot carry at all, lone surrogates included.</summary>
    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) valid.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) valid.Append(text[i]).Append(text[++i]);
        }
        return valid.ToString();
    }
}
