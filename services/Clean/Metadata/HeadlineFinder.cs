using System.Text.Json;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// Finds the h1 that is the article's headline. A page may have several: the site's name, a breadcrumb, one for search
/// engines, one for each box. The one that agrees with what the page calls itself elsewhere is taken.
/// </summary>
internal static class HeadlineFinder
{
    private const int MostHeadings = 20;
    private const int LongestHeading = 400;
    private const int ShortestName = 15;
    private const int FewestWords = 4;

    /// <summary>The heading; null if there is none.</summary>
    public static PageNode? Find(Page page, MetaTags meta, IReadOnlyList<JsonElement> articles)
    {
        var headings = new List<PageNode>();
        for (var i = page.Body.Index; i < page.Body.End && headings.Count < MostHeadings; i++)
        {
            if (page.Nodes[i] is { Tag: Tag.H1, TextLength: >= 4 } heading) headings.Add(heading);
        }
        if (headings.Count == 1) return headings[0];

        List<string> names = [meta.Title];
        if (meta.First("og:title") is { } og) names.Add(og);
        if (meta.First("headline") is { } declared) names.Add(declared);
        foreach (var article in articles)
        {
            if (article.Text("headline") is { Length: > 0 } headline) names.Add(headline);
        }
        return headings.Count == 0 ? Stand(page, names) : Best(page, headings, names);
    }

    private static PageNode? Best(Page page, List<PageNode> headings, List<string> names)
    {
        PageNode? best = null;
        var bestScore = double.MinValue;
        foreach (var heading in headings)
        {
            var score = Agreement(page.TextOf(heading, LongestHeading), names) + Place(heading);
            if (score <= bestScore) continue;
            (best, bestScore) = (heading, score);
        }
        return best;
    }

    // Without an h1, the first line that is the page's name.
    private static PageNode? Stand(Page page, List<string> names)
    {
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            if (node.OwnLength < ShortestName || node.OwnLength > LongestHeading || node.OwnLength != node.TextLength
                || node.Tag.IsNeverText()) continue;
            if (!node.Tag.IsHeading() && !node.Has(Marks.Headline) && node.InLink) continue;
            var words = TitleWords.Of(page.TextOf(node, LongestHeading));
            if (words.Count >= FewestWords && names.Exists(name => TitleWords.Share(words, TitleWords.Of(name)) >= 0.9)) return node;
        }
        return null;
    }

    // A few words, of the site or a section, are part of many a title: they say little.
    private static double Agreement(string heading, List<string> names)
    {
        var words = TitleWords.Of(heading);
        var best = 0.0;
        foreach (var name in names)
        {
            var others = TitleWords.Of(name);
            if (others.Count > 0) best = Math.Max(best, TitleWords.Share(words, others) * Math.Min(1, 2.0 * words.Count / others.Count));
        }
        return best;
    }

    private static double Place(PageNode heading)
    {
        var place = 0.0;
        if (heading.Attribute("itemprop") is { } property
            && property.Contains("headline", StringComparison.OrdinalIgnoreCase)) place += 0.6;
        if (heading.Has(Marks.Headline)) place += 0.2;
        if (heading.Has(Marks.Header | Marks.Navigation | Marks.Hidden)) place -= 0.3;
        return place;
    }
}
