using System.Collections.Frozen;

namespace Ingestion.Ingest.Feeds.Markup;

/// <summary>
/// The vocabularies that feeds are written in. Those of RSS, RDF Site Summary and Atom fall together: real feeds mix them, and
/// the names mean the same. An undeclared prefix is taken for what it is customarily used for.
/// </summary>
internal static class Vocabularies
{
    /// <summary>XHTML.</summary>
    public const string Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>RSS 1.0.</summary>
    public const string Rss10 = "http://purl.org/rss/1.0/";

    /// <summary>Atom 1.0 (RFC 4287).</summary>
    public const string Atom10 = "http://www.w3.org/2005/Atom";

    private const string Core = "";

    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [Rss10] = Core,
        ["http://my.netscape.com/rdf/simple/0.9/"] = Core,
        ["http://channel.netscape.com/rdf/simple/0.9/"] = Core,
        ["http://purl.org/net/rss1.1#"] = Core,
        ["http://backend.userland.com/rss"] = Core,
        ["http://backend.userland.com/rss2"] = Core,
        ["http://backend.userland.com/rss2.1"] = Core,
        ["http://blogs.law.harvard.edu/tech/rss"] = Core,
        ["http://cyber.law.harvard.edu/rss/rss.html"] = Core,
        ["http://purl.org/rss/1.0/modules/rss091#"] = Core,
        [Atom10] = Core,
        ["https://www.w3.org/2005/Atom"] = Core,
        ["http://purl.org/atom/ns#"] = Core,
        ["http://purl.org/pie/"] = Core,
        ["http://purl.org/echo/"] = Core,
        ["http://example.com/necho"] = Core,
        ["http://example.com/newformat#"] = Core,
        ["uri/of/echo/namespace#"] = Core,
        [Xhtml] = "xhtml",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/elements/1.0/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication/"] = "sy",
        ["http://purl.org/rss/1.0/modules/slash/"] = "slash",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://video.search.yahoo.com/mrss"] = "media",
        ["http://video.search.yahoo.com/mrss/"] = "media",
        ["http://www.rssboard.org/media-rss"] = "media",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://example.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://www.georss.org/georss"] = "georss",
        ["http://www.opengis.net/gml"] = "gml",
        ["http://www.w3.org/2003/01/geo/wgs84_pos#"] = "geo",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["http://wellformedweb.org/CommentAPI/"] = "wfw",
        ["http://purl.org/syndication/thread/1.0"] = "thr",
        ["http://prismstandard.org/namespaces/1.2/basic/"] = "prism",
        ["http://prismstandard.org/namespaces/basic/2.0/"] = "prism",
        ["http://web.resource.org/cc/"] = "cc",
        ["http://backend.userland.com/creativeCommonsRssModule"] = "creativecommons",
        ["http://www.w3.org/2000/svg"] = "svg",
        ["http://www.w3.org/1998/Math/MathML"] = "mathml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> CorePrefixes = new[] { "atom", "atom10", "a10", "rss", "rss10", "r" }.ToFrozenSet();

    /// <summary>The key of an element, see <see cref="MarkupElement.Key"/>.</summary>
    public static string Key(string qualifiedName, string ns)
    {
        var colon = qualifiedName.IndexOf(':', StringComparison.Ordinal);
        var local = qualifiedName[(colon + 1)..].ToLowerInvariant();
        var prefix = colon < 0 ? Core : qualifiedName[..colon].ToLowerInvariant();
        if (Prefixes.TryGetValue(ns, out var customary)) prefix = customary;
        else if (ns.Length == 0 && CorePrefixes.Contains(prefix)) prefix = Core;
        return prefix.Length == 0 ? local : $"{prefix}:{local}";
    }
}
