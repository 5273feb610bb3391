using System.Net;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>The headline, without the site's name.</summary>
internal static class TitleReader
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " < ", " > ", " \\ ", "_", "｜", "|", "-", "--", "—", "：", "ㅣ"];

    private const int SpacedSeparators = 10;

    /// <summary>The title; empty if the page has none.</summary>
    public static string Read(PageFacts facts)
    {
        var heading = facts.HeadlineNode is { } node ? Clean(facts.Page.TextOf(node, 400)) : "";
        var og = Clean(facts.Meta.First("og:title", "twitter:title") ?? "");
        var element = Clean(facts.Meta.Title);
        var headline = Clean(facts.Articles.Select(static article => article.Text("headline")).FirstOrDefault(static text => !string.IsNullOrEmpty(text)) ?? "");
        var site = Clean(facts.Meta.First("og:site_name", "application-name") ?? "");

        var ogShort = WithoutSite(og, site);
        var elementShort = WithoutSite(element, site);
        // A newsroom's own headline; its h1 is often one of a live page, or written for searches.
        if (headline.Length > 0 && facts.Articles.Any(static article => article.Types().Any(static type => type.EndsWith("NewsArticle", StringComparison.Ordinal))))
            return WithoutDeclaredSite(headline, site);
        if (heading.Length > 0)
        {
            // A heading that the page's own names for itself confirm.
            if (Confirms(element, heading) || Confirms(og, heading) || Confirms(headline, heading)) return heading;
        }
        if (ogShort.Length > 0) return ogShort;
        if (headline.Length > 0) return headline;
        if (facts.Meta.First("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title") is { } named) return Clean(named);
        if (elementShort.Length > 0) return elementShort;
        return heading;
    }

    private static bool Confirms(string name, string heading)
    {
        if (name.Length == 0) return false;
        if (name.Contains(heading, StringComparison.OrdinalIgnoreCase)) return heading.Length * 3 >= name.Length || heading.Length > 20;
        return heading.Contains(name, StringComparison.OrdinalIgnoreCase) && name.Length * 2 > heading.Length || Overlap(name, heading) > 0.6;
    }

    private static double Overlap(string a, string b)
    {
        var left = Words(a);
        var right = Words(b);
        if (left.Count == 0 || right.Count == 0) return 0;
        var common = right.Count(left.Contains);
        return (double)common / Math.Max(right.Count, 1);
    }

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([' ', ',', '.', ':', ';', '!', '?', '"', '\'', '’', '‘', '“', '”', '-', '–', '—', '|'], StringSplitOptions.RemoveEmptyEntries)];

    private static string WithoutSite(string title, string site)
    {
        var declared = WithoutDeclaredSite(title, site);
        if (declared.Length != title.Length) return declared;
        // The same without the site's declared name: a tail of a few words after the last separator.
        foreach (var separator in Separators.AsSpan(0, SpacedSeparators))
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last <= 0) continue;
            var head = title[..last].Trim();
            var tail = title[(last + separator.Length)..].Trim();
            if (TextMeasure.Of(head).Length >= 15 && tail.Length <= 40 && tail.AsSpan().Count(' ') < 4 && head.Length > tail.Length) return head;
        }
        return title;
    }

    private static string WithoutDeclaredSite(string title, string site)
    {
        if (site.Length < 2) return title;
        foreach (var separator in Separators)
        {
            if (title.EndsWith(separator + site, StringComparison.OrdinalIgnoreCase)) return title[..^(separator.Length + site.Length)].Trim();
            if (title.StartsWith(site + separator, StringComparison.OrdinalIgnoreCase)) return title[(separator.Length + site.Length)..].Trim();
        }
        return title;
    }

    private static string Clean(string text) => Whitespace.Collapse(WebUtility.HtmlDecode(text));
}
