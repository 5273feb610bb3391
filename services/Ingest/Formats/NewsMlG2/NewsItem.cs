using System.Text;
using System.Xml.Linq;
using Ingestion.Ingest.Formats.Nitf;
using Ingestion.Ingest.Formats.Xml;

namespace Ingestion.Ingest.Formats.NewsMlG2;

/// <summary>Reads a newsItem of NewsML-G2.</summary>
internal static class NewsItem
{
    private static readonly string[] Void = ["br", "hr", "img", "col", "wbr", "area", "source", "track", "input", "embed", "param"];

    /// <summary>Whether it has text of its own, or is a picture or a film with a description.</summary>
    public static bool HasText(XElement item) => Body(item) is not null;

    /// <summary>Whether it takes an earlier item back.</summary>
    public static bool IsWithdrawal(XElement item) => Code(item.Find("itemMeta", "pubStatus")) is "canceled" or "withheld";

    /// <summary>The article. A correction has the guid of what it corrects, with a higher version; so has an update.</summary>
    public static IncomingArticle Read(XElement item)
    {
        var (meta, content) = (item.Find("itemMeta"), item.Find("contentMeta"));
        return new IncomingArticle
        {
            Id = (string?)item.Attribute("guid"),
            IsWithdrawal = IsWithdrawal(item),
            Title = Headline(content) ?? meta.Find("title").PlainText(),
            PublishedAt = NewsXml.Date(content.Find("contentCreated")?.Value) ?? NewsXml.Date(meta.Find("firstCreated")?.Value)
                ?? NewsXml.Date(meta.Find("versionCreated")?.Value),
            EmbargoedUntil = NewsXml.Date(meta.Find("embargoed")?.Value),
            ExpiresAt = NewsXml.Date((string?)item.Find("rightsInfo")?.Attribute("validto")),
            Language = (string?)content.Find("language")?.Attribute("tag") ?? (string?)item.Attribute(XNamespace.Xml + "lang"),
            Authors = [.. Authors(content)],
            Url = Page(meta),
            BodyHtml = Body(item),
        };
    }

    private static string? Headline(XElement? content)
    {
        var headlines = content?.Children("headline").ToList() ?? [];
        return (headlines.Find(headline => Role(headline) is null or "main") ?? headlines.FirstOrDefault()).PlainText();
    }

    private static IEnumerable<string> Authors(XElement? content)
    {
        if (content.Find("by").PlainText() is { } by) return [by];
        return content?.Children("creator").Select(creator => creator.Find("name").PlainText()).OfType<string>() ?? [];
    }

    /// <summary>The page, where a link says that there is one.</summary>
    private static string? Page(XElement? meta) =>
        meta?.Children("link")
            .Where(link => ((string?)link.Attribute("contenttype"))?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
            .Select(link => (string?)link.Attribute("href"))
                .FirstOrDefault(href => href?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true);

    private static string? Body(XElement item)
    {
        foreach (var part in item.Children("contentSet").Elements())
        {
            if (part.Name.LocalName == "inlineXML" && InlineXml(part) is { } xml) return xml;
            if (part.Name.LocalName == "inlineData" && InlineData(part) is { } data) return data;
        }
        return item.Find("contentMeta")?.Children("description").Select(description => description.PlainText()).OfType<string>()
            .Select(ArticlePage.Paragraphs).FirstOrDefault();
    }

    private static string? InlineXml(XElement part)
    {
        if (part.Elements().FirstOrDefault() is not { } root) return null;
        if (root.Name.LocalName == "nitf") return NitfFormat.Read(root).BodyHtml;
        var body = root.Name.LocalName == "html" ? root.Find("body") : root;
        if (body is null || string.IsNullOrWhiteSpace(body.Value)) return null;
        return string.Concat((root == body && root.Name.LocalName != "body" ? [root] : body.Nodes()).Select(node => Markup(node)));
    }

    /// <summary>XHTML without its namespace declarations, which are nothing in HTML.</summary>
    private static string Markup(XNode node)
    {
        if (node is not XElement element) return node is XText text ? ArticlePage.Escape(text.Value) : "";
        var plain = new XElement(element);
        foreach (var e in plain.DescendantsAndSelf())
        {
            e.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
            e.Name = e.Name.LocalName;
            if (e.IsEmpty && !Void.Contains(e.Name.LocalName)) e.Value = ""; // HTML takes <p/> for an open p
        }
        return plain.ToString(SaveOptions.DisableFormatting);
    }

    private static string? InlineData(XElement part)
    {
        var text = part.Value;
        if ((string?)part.Attribute("encoding") is { } encoding && encoding.EndsWith("base64", StringComparison.OrdinalIgnoreCase))
        {
            var bytes = new byte[text.Length];
            if (!Convert.TryFromBase64String(text, bytes, out var length)) return null;
            text = Encoding.UTF8.GetString(bytes, 0, length);
        }
        if (string.IsNullOrWhiteSpace(text)) return null;
        return ((string?)part.Attribute("contenttype"))?.Contains("html", StringComparison.OrdinalIgnoreCase) == true ? text
            : ArticlePage.Paragraphs(text);
    }

    private static string? Role(XElement element) => ((string?)element.Attribute("role"))?.Split(':')[^1];

    /// <summary>The code of a QCode or a URI: "canceled" of "stat:canceled".</summary>
    private static string? Code(XElement? element) =>
        ((string?)element?.Attribute("qcode"))?.Split(':')[^1] ?? ((string?)element?.Attribute("uri"))?.TrimEnd('/').Split('/')[^1];
}
