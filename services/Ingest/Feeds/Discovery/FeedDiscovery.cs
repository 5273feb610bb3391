using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Ingestion.Ingest.Feeds.Markup;
using Ingestion.Ingest.Feeds.Sanitising;

namespace Ingestion.Ingest.Feeds.Discovery;

/// <summary>A feed that a page may have.</summary>
/// <param name="Url">Where it would be.</param>
/// <param name="Title">What the page calls it.</param>
/// <param name="Type">Its media type as the page says; null for one that only looks like a feed.</param>
internal sealed record FeedCandidate(string Url, string? Title, string? Type);

/// <summary>
/// Finds the feeds of a page: those that it declares (HTML, link types "alternate" and "feed"), and only where it declares none, the
/// links in its text that look like feeds. Feeds of comments come last.
/// </summary>
internal static partial class FeedDiscovery
{
    private const int MaxCandidates = 20;

    private static readonly FrozenSet<string> FeedTypes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/x.atom+xml",
        "application/x-atom+xml",
        "text/rss+xml", "text/atom+xml", "text/rss", "text/atom", "application/rss", "application/atom");

    // They are feeds only if the page says so otherwise: an alternate in JSON or XML may be anything.
    private static readonly FrozenSet<string> MaybeFeedTypes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "application/json",
        "text/xml", "application/xml");

    /// <summary>The candidates, the best first.</summary>
    /// <param name="html">The page.</param>
    /// <param name="pageUrl">Where it stands.</param>
    public static IReadOnlyList<FeedCandidate> Find(string html, string pageUrl)
    {
        var baseUrl = pageUrl;
        var (declared, linked) = (new List<FeedCandidate>(), new List<FeedCandidate>());
        foreach (var token in HtmlTokens.Read(html))
        {
            if (token.IsEnd || token.Tag is not ("base" or "link" or "a") || Attribute(token, "href") is not { Length: > 0 } href) continue;
            var url = FeedUrl.Resolve(href, baseUrl);
            if (!FeedUrl.IsWeb(url)) continue;
            if (token.Tag == "base" && baseUrl == pageUrl) baseUrl = url;
            else if (token.Tag == "link" && IsDeclared(token, url))
                declared.Add(new FeedCandidate(url, Attribute(token, "title"), Attribute(token, "type")));
            else if (token.Tag == "a" && LooksLikeFeed().IsMatch(url)) linked.Add(new FeedCandidate(url, Attribute(token, "title"), null));
        }
        return [.. (declared.Count > 0 ? declared : linked).DistinctBy(candidate => candidate.Url).OrderBy(IsOfComments)
            .Take(MaxCandidates)];
    }

    private static bool IsDeclared(HtmlToken link, string url)
    {
        var relations = (Attribute(link, "rel") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var type = (Attribute(link, "type") ?? "").Split(';')[0].Trim();
        if (relations.Contains("feed", StringComparer.OrdinalIgnoreCase)) return true;
        if (!relations.Contains("alternate", StringComparer.OrdinalIgnoreCase)
            || relations.Contains("stylesheet", StringComparer.OrdinalIgnoreCase))
            return false;
        return FeedTypes.Contains(type) || (MaybeFeedTypes.Contains(type) && LooksLikeFeed().IsMatch(url));
    }

    private static bool IsOfComments(FeedCandidate candidate) =>
        candidate.Url.Contains("/comments", StringComparison.OrdinalIgnoreCase)
            || candidate.Title?.Contains("comment", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Attribute(HtmlToken token, string name)
    {
        foreach (MarkupAttribute attribute in token.Attributes)
        {
            if (attribute.Name == name) return attribute.Value.Trim();
        }
        return null;
    }

    // A path whose last part is called rss, atom or feed, or ends like one; a query that asks for one.
    [GeneratedRegex(
        @"/(?:rss|atom|feeds?|rdf)(?:\.(?:xml|json|php|aspx?|rdf))?/?(?:\?|$)|\.(?:rss|atom|rdf)(?:\?|$)|/(?:index|news|feed|rss|atom)[\w-]*\.xml(?:\?|$)|[?&](?:feed|format|type|output)=(?:rss2?|atom|rdf|feed)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeFeed();
}
