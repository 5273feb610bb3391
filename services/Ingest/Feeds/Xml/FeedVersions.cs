using Ingestion.Ingest.Feeds.Markup;

namespace Ingestion.Ingest.Feeds.Xml;

/// <summary>Tells what an XML feed is written in.</summary>
internal static class FeedVersions
{
    private const string Atom03 = "http://purl.org/atom/ns#";

    /// <summary>The version of a feed with that root.</summary>
    public static FeedVersion Of(MarkupElement root, string? docType) => root.Key switch
    {
        "rss" => OfRss(root.Attribute("version")?.Trim() ?? "", docType),
        "rdf:rdf" => OfRdf(root),
        "feed" => OfAtom(root),
        _ => root.QualifiedName == "channel" && root.Attribute("href") is null ? FeedVersion.Rss : FeedVersion.Cdf,
    };

    private static FeedVersion OfRss(string version, string? docType) => version switch
    {
        "0.91" when docType?.Contains("netscape", StringComparison.OrdinalIgnoreCase) == true => FeedVersion.Rss091Netscape,
        "0.91" => FeedVersion.Rss091Userland,
        "0.92" => FeedVersion.Rss092,
        "0.93" => FeedVersion.Rss093,
        "0.94" => FeedVersion.Rss094,
        ['2', '.', ..] or "2" => FeedVersion.Rss20,
        _ => FeedVersion.Rss,
    };

    private static FeedVersion OfRdf(MarkupElement root)
    {
        var namespaces = root.Attributes.Where(a => a.Name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase)).Select(a => a.Value)
            .Concat(root.Elements.Select(e => e.Namespace)).ToList();
        if (namespaces.Contains(Vocabularies.Rss10, StringComparer.OrdinalIgnoreCase)) return FeedVersion.Rss10;
        return namespaces.Exists(ns => ns.EndsWith("netscape.com/rdf/simple/0.9/", StringComparison.OrdinalIgnoreCase))
            ? FeedVersion.Rss090 : FeedVersion.Rss;
    }

    private static FeedVersion OfAtom(MarkupElement root)
    {
        if (root.Namespace.Equals(Vocabularies.Atom10, StringComparison.OrdinalIgnoreCase)) return FeedVersion.Atom10;
        return root.Attribute("version")?.Trim() switch
        {
            "0.1" => FeedVersion.Atom01,
            "0.2" => FeedVersion.Atom02,
            "0.3" => FeedVersion.Atom03,
            "1.0" => FeedVersion.Atom10,
            _ => root.Namespace.Equals(Atom03, StringComparison.OrdinalIgnoreCase) ? FeedVersion.Atom03 : FeedVersion.Atom,
        };
    }
}
