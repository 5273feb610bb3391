using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Hosting.Pipeline;

/// <summary>
/// Puts an article into a message, or, where it is too large for one, into the store with a reference in the message
/// (claim check, Hohpe and Woolf, Enterprise Integration Patterns).
/// </summary>
public sealed class ClaimCheck(IPayloadStore payloads, TimeProvider clock)
{
    // JSON never takes more than six bytes for a UTF-16 unit, so below this no measuring is needed.
    private const int SurelySmall = Limits.InlineArticleBytes / 6;

    /// <summary>The payload for a message.</summary>
    /// <param name="message">What the article belongs to.</param>
    /// <param name="article">The article.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ArticlePayload> CheckInAsync(IArticleMessage message, CleanedArticle article, CancellationToken cancellationToken)
    {
        if (IsSmall(article)) return new ArticlePayload { Inline = article };
        var key = $"{message.ArticleId}/{message.Version}";
        await payloads.PutAsync(key, article, clock.GetUtcNow().ToWholeMilliseconds(), cancellationToken);
        return new ArticlePayload { Reference = key };
    }

    /// <summary>The article of a message.</summary>
    /// <exception cref="PayloadMissingException">The reference leads nowhere: the payload expired.</exception>
    public async Task<CleanedArticle> CheckOutAsync(ArticlePayload payload, CancellationToken cancellationToken)
    {
        if (payload.Inline is { } article) return article;
        var key = payload.Reference ?? throw new PayloadMissingException("(none)");
        return await payloads.FindAsync(key, cancellationToken) ?? throw new PayloadMissingException(key);
    }

    private static bool IsSmall(CleanedArticle article) =>
        article.BodyHtml.Length + article.BodyText.Length + article.Removals.Count * 300 < SurelySmall
        || JsonSerializer.SerializeToUtf8Bytes(article, IngestionJson.Options).Length <= Limits.InlineArticleBytes;
}
