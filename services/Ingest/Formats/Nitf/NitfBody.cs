using System.Collections.Frozen;
using System.Text;
using System.Xml.Linq;
using Ingestion.Ingest.Formats.Xml;

namespace Ingestion.Ingest.Formats.Nitf;

/// <summary>Writes the text of NITF as HTML: most elements are HTML's own, the others become what HTML has for them.</summary>
internal static class NitfBody
{
    // NITF's elements that HTML has by this name. The many that only say what a word is (person, location, money) become their text.
    private static readonly FrozenDictionary<string, string> Elements = new Dictionary<string, string>
    {
        ["p"] = "p",
        ["hl1"] = "h2",
        ["hl2"] = "h2",
        ["abstract"] = "div",
        ["block"] = "div",
        ["lead"] = "div",
        ["bq"] = "blockquote",
        ["credit"] = "p",
        ["q"] = "q",
        ["em"] = "em",
        ["ul"] = "ul",
        ["ol"] = "ol",
        ["li"] = "li",
        ["dl"] = "dl",
        ["dt"] = "dt",
        ["dd"] = "dd",
        ["pre"] = "pre",
        ["table"] = "table",
        ["caption"] = "caption",
        ["thead"] = "thead",
        ["tbody"] = "tbody",
        ["tfoot"] = "tfoot",
        ["tr"] = "tr",
        ["th"] = "th",
        ["td"] = "td",
        ["sub"] = "sub",
        ["sup"] = "sup",
        ["fn"] = "small",
        ["note"] = "aside",
        ["media"] = "figure",
        ["media-caption"] = "figcaption",
        ["b"] = "b",
        ["i"] = "i",
        ["strong"] = "strong",
        ["h1"] = "h1",
        ["h2"] = "h2",
        ["h3"] = "h3",
        ["h4"] = "h4",
        ["div"] = "div",
        ["span"] = "span",
    }.ToFrozenDictionary();

    // What stands in the text and is none of it.
    private static readonly FrozenSet<string> Dropped = FrozenSet.Create("media-metadata", "media-producer", "media-object",
        "body.head", "body.end", "script", "style");

    /// <summary>The text of a body element: its abstract and its content.</summary>
    public static string? Read(XElement body)
    {
        var html = new StringBuilder();
        if (body.Find("body.head", "abstract") is { } summary) Write(summary, html);
        Write(body.Find("body.content") ?? body, html, childrenOnly: true);
        return string.IsNullOrWhiteSpace(html.ToString()) ? null : html.ToString();
    }

    /// <summary>The text of NITF, or of a piece of its content, that came as text; null if it is not well-formed.</summary>
    public static string? FromText(string xml)
    {
        try
        {
            var root = NewsXml.Parse(Encoding.UTF8.GetBytes(xml));
            if (root.Find("body") is { } body) return Read(body);
            var html = new StringBuilder();
            Write(root, html);
            return html.ToString();
        }
        catch (MalformedDocumentException)
        {
            return null;
        }
    }

    private static void Write(XElement element, StringBuilder html, bool childrenOnly = false)
    {
        var name = element.Name.LocalName;
        if (Dropped.Contains(name) && !childrenOnly) return;
        switch (name)
        {
            case "br" or "hr" when !childrenOnly:
                html.Append('<').Append(name).Append('>');
                return;
            case "media-reference":
                WritePicture(element, html);
                return;
        }
        var tag = childrenOnly ? null : Elements.GetValueOrDefault(name);
        var link = name == "a" ? (string?)element.Attribute("href") : null;
        if (link is not null) html.Append("<a href=\"").Append(ArticlePage.Escape(link)).Append("\">");
        if (tag is not null) html.Append('<').Append(tag).Append('>');
        foreach (var node in element.Nodes())
        {
            if (node is XElement child) Write(child, html);
            else if (node is XText text) html.Append(ArticlePage.Escape(text.Value));
        }
        if (tag is not null) html.Append("</").Append(tag).Append('>');
        if (link is not null) html.Append("</a>");
    }

    private static void WritePicture(XElement reference, StringBuilder html)
    {
        var isImage = ((string?)reference.Attribute("mime-type"))?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) != false;
        if (!isImage || (string?)reference.Attribute("source") is not { Length: > 0 } source) return;
        html.Append("<img src=\"").Append(ArticlePage.Escape(source)).Append("\" alt=\"")
            .Append(ArticlePage.Escape((string?)reference.Attribute("alternate-text") ?? "")).Append("\">");
    }
}
