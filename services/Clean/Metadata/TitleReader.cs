using System.Net;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// The headline, without the site's name. A newsroom says in JSON-LD which it is; elsewhere the heading that readers see
/// is taken if the page's names for itself agree with it, and else those names.
/// </summary>
internal static class TitleReader
{
    private const int LongestHeading = 400;

    /// <summary>The title; empty if the page has none.</summary>
    public static string Read(PageFacts facts)
    {
        var sites = Sites(facts);
        var og = Clean(facts.Meta.First("og:title", "twitter:title") ?? "");
        var element = Clean(facts.Meta.Title);
        var headline = Clean(facts.Articles.Select(static article => article.Text("headline")).FirstOrDefault(static text =>
            !string.IsNullOrEmpty(text))
            ?? facts.Meta.First("headline") ?? "");
        var ogShort = SiteSuffix.Cut(og, sites);

        if (facts.Meta.First("dc:title") is { } dublinCore) return SiteSuffix.CutDeclared(Clean(dublinCore), sites);
        if (headline.Length > 0 && facts.Articles.Any(static article => article.Types().Any(static type =>
            type.EndsWith("NewsArticle", StringComparison.Ordinal))))
            return SiteSuffix.CutDeclared(headline, sites);
        // The heading of a live blog changes with every entry.
        if (ogShort.Length > 0 && facts.Articles.Any(static article => article.Is("LiveBlogPosting"))) return ogShort;
        if (Heading(facts, sites) is { Length: > 0 } heading
            && Confirms(facts, heading, og, element, headline)) return BestForm(heading, ogShort);
        if (ogShort.Length > 0) return ogShort;
        if (headline.Length > 0) return headline;
        if (facts.Meta.First("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title") is { } named) return Clean(named);
        if (element.Length > 0) return SiteSuffix.Cut(element, sites);
        return facts.HeadlineNode is { } node ? Clean(facts.Page.TextOf(node, LongestHeading)) : "";
    }

    private static List<string> Sites(PageFacts facts)
    {
        var sites = new List<string>();
        foreach (var name in (ReadOnlySpan<string?>)[facts.Meta.First("og:site_name"), facts.Meta.First("application-name"),
            facts.Meta.First("apple-mobile-web-app-title")])
        {
            if (name is not null && Clean(name) is { Length: >= 2 } site && !sites.Contains(site)) sites.Add(site);
        }
        return sites;
    }

    // Empty if it is nothing but the site's name.
    private static string Heading(PageFacts facts, List<string> sites)
    {
        if (facts.HeadlineNode is not { } node) return "";
        var heading = SiteSuffix.CutBar(SiteSuffix.CutDeclared(Clean(facts.Page.TextOf(node, LongestHeading)), sites));
        var words = TitleWords.Of(heading);
        return sites.Exists(site => TitleWords.Share(words, TitleWords.Of(site)) >= 1) ? "" : heading;
    }

    private static bool Confirms(PageFacts facts, string heading, string og, string element, string headline)
    {
        if (Confirms(element, heading) || Confirms(og, heading) || Confirms(headline, heading)) return true;
        // Nothing but the title element speaks against a heading that is long enough to be one.
        return og.Length == 0 && headline.Length == 0 && TitleWords.Of(heading).Count >= 5 && IsOnlyHeading(facts);
    }

    private static bool Confirms(string name, string heading)
    {
        if (name.Length == 0) return false;
        if (name.Contains(heading, StringComparison.OrdinalIgnoreCase)) return heading.Length * 3 >= name.Length || heading.Length > 20;
        if (heading.Contains(name, StringComparison.OrdinalIgnoreCase) && name.Length * 2 > heading.Length) return true;
        var words = TitleWords.Of(heading);
        var share = TitleWords.Share(words, TitleWords.Of(name));
        return share > 0.6 || (share >= 0.45 && words.Count >= 6);
    }

    private static bool IsOnlyHeading(PageFacts facts)
    {
        var page = facts.Page;
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            if (page.Nodes[i] is { Tag: Tag.H1, TextLength: >= 4 } other && other != facts.HeadlineNode) return false;
        }
        return true;
    }

    // A heading may be set in capitals, or begin with a label or a date that is not part of it.
    private static string BestForm(string heading, string name)
    {
        if (name.Length == 0) return heading;
        if (heading.Length > name.Length && heading.EndsWith(name, StringComparison.OrdinalIgnoreCase) && TitleWords.Of(name).Count >= 3)
        {
            var label = heading[..^name.Length].Trim();
            if (label.EndsWith(':') && !label.Contains(' ', StringComparison.Ordinal) || DateParser.Parse(label) is not null) return name;
        }
        var capitals = heading.AsSpan().IndexOfAnyInRange('A', 'Z') >= 0 && !heading.Any(char.IsLower);
        return capitals && name.Any(char.IsLower) && TitleWords.Share(TitleWords.Of(heading), TitleWords.Of(name)) > 0.6 ? name : heading;
    }

    private static string Clean(string text) => Whitespace.Collapse(WebUtility.HtmlDecode(text));
}
