using Ingestion.Clean.Metadata;
using Ingestion.Clean.Parsing;
using Ingestion.Contracts;

namespace Ingestion.Clean.Classification;

/// <summary>Says whether what came out is an article. In doubt it is one.</summary>
internal static class PageKindReader
{
    private const int FewWords = 120;
    private const int CutOffWords = 350;
    private const int LeastTeasers = 5;
    private const int ShortestTitle = 15;
    private const int LongestTeaser = 300;
    private const int LongestIntroduction = 600;

    /// <summary>The kind of a page.</summary>
    /// <param name="facts">The page.</param>
    /// <param name="container">What was taken for the article.</param>
    /// <param name="words">Words in its body.</param>
    /// <param name="text">Its body.</param>
    public static PageKind Read(PageFacts facts, PageNode container, int words, string text)
    {
        var page = facts.Page;
        if (words < FewWords)
        {
            var title = (facts.Meta.Title + " " + (facts.HeadlineNode is { } headline ? page.TextOf(headline, 200) : "")).ToLowerInvariant();
            var lower = text.Length > 2_000 ? text[..2_000].ToLowerInvariant() : text.ToLowerInvariant();
            if (KindPhrases.IsBotChallenge(title) || KindPhrases.IsBotChallenge(lower)) return PageKind.BotChallenge;
            if (KindPhrases.IsNotFound(title)) return PageKind.NotFound;
            if (KindPhrases.IsConsent(title) || KindPhrases.IsConsent(lower)) return PageKind.Consent;
        }
        if (words < CutOffWords && IsPaid(facts)) return PageKind.Paywall;
        if (facts.Articles.Count == 0 && IsList(page, container)) return PageKind.List;
        return PageKind.Article;
    }

    private static bool IsPaid(PageFacts facts)
    {
        foreach (var article in facts.Articles)
        {
            if (article.ValueKind == System.Text.Json.JsonValueKind.Object && article.TryGetProperty("isAccessibleForFree", out var free)
                && (free.ValueKind == System.Text.Json.JsonValueKind.False
                    || (free.ValueKind == System.Text.Json.JsonValueKind.String && free.ValueEquals("False")) || (free.ValueKind == System.Text.Json.JsonValueKind.String && free.ValueEquals("false"))))
                return true;
        }
        if (facts.Meta.First("article:content_tier") is "locked") return true;
        foreach (var node in facts.Page.Nodes)
        {
            if (node.Has(Marks.Paywall) && node.TextLength > 40) return true;
        }
        return false;
    }

    // Headings that are links, and hardly more text than a teaser under each.
    private static bool IsList(Page page, PageNode container)
    {
        int teasers = 0, removed = 0;
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            if (node.RemovedBy is { } reason)
            {
                if (reason.Rule == "teaser") removed += node.TextLength;
                else i = node.End - 1;
            }
            else if (!container.Contains(node)) continue;
            if (node.Tag.IsHeading() && node.LinkDensity > 0.8 && node.TextLength >= ShortestTitle) teasers++;
        }
        var own = container.KeptProse;
        return teasers >= LeastTeasers && own < LongestTeaser * teasers && (removed == 0 || removed > own * 3 && own < LongestIntroduction);
    }
}
