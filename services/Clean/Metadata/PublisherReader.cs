using System.Text.Json;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// Who published the article: the publisher that JSON-LD or microdata name, else the site, else the organisation that the
/// page describes, else what a Chinese page names as its source.
/// </summary>
internal static class PublisherReader
{
    private const int LongestName = 100;

    /// <summary>The name; null if the page says none.</summary>
    public static string? Read(PageFacts facts) =>
        FromArticles(facts) ?? facts.Meta.First("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "article:publisher_name")
            ?? FromMicrodata(facts) ?? FromOrganisation(facts) ?? facts.Meta.First("application-name", "apple-mobile-web-app-title")
            ?? SourceLabel.Find(facts);

    private static string? FromArticles(PageFacts facts)
    {
        foreach (var article in facts.Articles)
        {
            foreach (var publisher in article.Values("publisher"))
            {
                if (publisher.ValueKind == JsonValueKind.String && publisher.GetString() is { } text && IsName(text)) return text;
                if (publisher.ValueKind != JsonValueKind.Object) continue;
                if (publisher.Text("name") is { } name && IsName(name)) return name;
                // "publisher": {"@id": "#organization"}, described elsewhere in the graph.
                if (publisher.Text("@id") is { } id && NameOf(id, facts) is { } described) return described;
            }
        }
        return null;
    }

    private static string? NameOf(string id, PageFacts facts)
    {
        foreach (var thing in facts.Things)
        {
            if (thing.Text("@id") == id && thing.Text("name") is { } name && IsName(name)) return name;
        }
        return null;
    }

    private static string? FromOrganisation(PageFacts facts)
    {
        foreach (var thing in facts.Things)
        {
            if (thing.Is("NewsMediaOrganization", "Organization", "WebSite") && thing.Text("name") is { } name && IsName(name)) return name;
        }
        return null;
    }

    private static string? FromMicrodata(PageFacts facts)
    {
        foreach (var publisher in facts.Meta.Microdata("publisher"))
        {
            for (var i = publisher.Index + 1; i < publisher.End; i++)
            {
                var node = facts.Page.Nodes[i];
                if (node.Attribute("itemprop") is "name"
                    && (node.Attribute("content") ?? facts.Page.TextOf(node, LongestName)) is { } name && IsName(name)) return name;
            }
            if (!publisher.HasAttribute("itemscope") && facts.Page.TextOf(publisher, LongestName) is { } text && IsName(text)) return text;
        }
        return null;
    }

    private static bool IsName(string text) =>
        text.Length is > 1 and < LongestName && text[0] is not ('#' or '/') && !text.StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
