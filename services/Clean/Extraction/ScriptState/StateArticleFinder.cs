using Ingestion.Clean.Metadata;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Extraction.ScriptState;

/// <summary>
/// Finds the article of a page that shows none until its scripts have run: Next.js (<c>__NEXT_DATA__</c>, <c>self.__next_f</c>),
/// Nuxt (<c>__NUXT__</c>, <c>__NUXT_DATA__</c>) and others send it along as the state of their scripts. The last resort.
/// </summary>
internal static class StateArticleFinder
{
    /// <summary>A page that shows as much text as this shows its article.</summary>
    private const int MostShown = 250;

    /// <summary>How many times longer than what the page shows it has to be.</summary>
    private const int MuchLonger = 3;

    /// <summary>The share of its title's words that an article's title has in common with the page's.</summary>
    private const double SameTitle = 0.6;

    /// <summary>The article; null if the page shows one, or its scripts hold none.</summary>
    /// <param name="source">The page's source.</param>
    /// <param name="shown">The text that the page shows.</param>
    /// <param name="title">The page's title; an article with such a title goes before a longer one. Empty if it has none.</param>
    /// <param name="budget">What that may cost.</param>
    public static StateArticle? Find(ReadOnlySpan<char> source, string shown, string title, Budget budget)
    {
        var length = TextMeasure.Of(shown).Length;
        if (length >= MostShown) return null;
        var words = TitleWords.Of(title);
        StateArticle? best = null;
        var bestIsNamed = false;
        foreach (var article in Articles(source, budget))
        {
            var isNamed = article.Title is not null && IsSame(words, TitleWords.Of(article.Title));
            // A short text may be all there is to say: then only the same article, at length, is better.
            if (article.Length < length * MuchLonger || (length > 0 && !isNamed)) continue;
            if (best is not null && (bestIsNamed, best.Length).CompareTo((isNamed, article.Length)) >= 0) continue;
            (best, bestIsNamed) = (article, isNamed);
        }
        return best;
    }

    private static bool IsSame(HashSet<string> one, HashSet<string> other) =>
        TitleWords.Share(one, other) > SameTitle || TitleWords.Share(other, one) > SameTitle;

    private static List<StateArticle> Articles(ReadOnlySpan<char> source, Budget budget)
    {
        var scanner = new StateScanner(budget);
        var flight = new FlightPayload();
        foreach (var script in InlineScripts.In(source))
        {
            budget.CheckTime();
            var text = source[script];
            if (!flight.TryAdd(text)) scanner.Scan(text);
        }
        flight.ScanInto(scanner);
        return scanner.Articles;
    }
}
