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

    /// <summary>Text without the characters that XML 1.0 cannot carry at all, lone surrogates included.</summary>
    public static string Valid(string text)
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
