using System.Xml;
using System.Xml.Linq;
using Ingestion.Contracts;
using Ingestion.Ingest.Feeds.Dates;

namespace Ingestion.Ingest.Formats.Xml;

/// <summary>Reads the XML of news formats: strictly, since an agency's system that sends broken XML wants to know.</summary>
internal static class NewsXml
{
    private const int MaxDepth = 100;

    // Document types are passed over: nothing is fetched and nothing expanded, whatever they declare.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The root element.</summary>
    /// <exception cref="MalformedDocumentException">It is not well-formed; the message has the line.</exception>
    public static XElement Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            CheckDepth(content);
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), Settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
        }
        catch (XmlException e)
        {
            throw new MalformedDocumentException($"The XML is not well-formed: {e.Message}");
        }
    }

    /// <summary>The local name of the root, without reading further; null if there is none.</summary>
    public static string? RootName(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), Settings);
            return reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Elements of that local name, in whatever namespace or none, directly in it.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) =>
        element.Elements().Where(e => e.Name.LocalName == name);

    /// <summary>The element at the end of a path of local names, the first at each step; null if there is none.</summary>
    public static XElement? Find(this XElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            element = Child(element, name);
            if (element is null) return null;
        }
        return element;
    }

    /// <summary>Text with its white space as one blank; null if there is none.</summary>
    public static string? PlainText(this XElement? element) =>
        element is null || string.IsNullOrWhiteSpace(element.Value) ? null
            : string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The date in a text; null if there is none.</summary>
    public static ArticleTime? Date(string? text) => FeedDate.Parse(text);

    private static XElement? Child(XElement? element, string name)
    {
        foreach (var child in element?.Elements() ?? [])
        {
            if (child.Name.LocalName == name) return child;
        }
        return null;
    }

    private static void CheckDepth(ReadOnlyMemory<byte> content)
    {
        using var reader = XmlReader.Create(new MemoryStream(content.ToArray()), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth) throw new MalformedDocumentException($"The XML is nested more than {MaxDepth} deep.");
        }
    }
}
