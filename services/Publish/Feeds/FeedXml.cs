using System.Text;
using System.Xml;

namespace Ingestion.Publish.Feeds;

/// <summary>Writes what the feeds in XML have in common.</summary>
internal static class FeedXml
{
    /// <summary>Atom's namespace.</summary>
    public const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>A document, UTF-8.</summary>
    public static byte[] Document(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
            write(xml);
        return stream.ToArray();
    }

    /// <summary>An element of Atom that links.</summary>
    public static void WriteAtomLink(this XmlWriter xml, string rel, string href, string? type = null)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        if (type is not null) xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    /// <summary>The page's own links, those to the other pages of the feed (RFC 5005, 3), and to the hub (W3C WebSub, 4).</summary>
    public static void WritePageLinks(this XmlWriter xml, FeedPage page, FeedFormat format)
    {
        xml.WriteAtomLink("self", page.Self(format), format.ContentType);
        xml.WriteAtomLink("first", page.First(format), format.ContentType);
        if (page.Previous(format) is { } previous) xml.WriteAtomLink("previous", previous, format.ContentType);
        if (page.Next(format) is { } next) xml.WriteAtomLink("next", next, format.ContentType);
        if (page.Last(format) is { } last) xml.WriteAtomLink("last", last, format.ContentType);
        if (page.HubUrl is { } hub) xml.WriteAtomLink("hub", hub);
    }
}
