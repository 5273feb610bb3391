using Ingestion.Contracts;

namespace Ingestion.Clean;

/// <summary>
/// The pure core of Clean: bytes and hints in, article and removal ledger out. No bus, no store, no clock:
/// same bytes, same rules, same answer.
/// </summary>
internal sealed class ArticleCleaner(CleanOptions options)
{
    /// <summary>Cleans one article.</summary>
    /// <exception cref="ArticleRejectedException">There is no article in the bytes, and there never will be.</exception>
    public CleanedArticle Clean(RawArticle raw, CancellationToken cancellationToken = default) =>
        throw new ArticleRejectedException("not-implemented", $"{raw.ContentType} {options} {cancellationToken}");
}
