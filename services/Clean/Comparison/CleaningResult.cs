using Ingestion.Clean.PerSource;
using Ingestion.Contracts;

namespace Ingestion.Clean.Comparison;

/// <summary>What came of cleaning a page: the article, or why there is none.</summary>
/// <param name="Article">The article.</param>
/// <param name="Rejected">Why there is none.</param>
internal sealed record CleaningResult(CleanedArticle? Article, string? Rejected)
{
    /// <summary>Cleans a page.</summary>
    public static CleaningResult Of(ArticleCleaner cleaner, RawArticle raw, CompiledSourceRules rules, CancellationToken cancellationToken)
    {
        try
        {
            return new CleaningResult(cleaner.Clean(raw, rules, cancellationToken), null);
        }
        catch (ArticleRejectedException e)
        {
            return new CleaningResult(null, e.Message);
        }
    }
}
