using System.Text.Json;
using Ingestion.Clean;
using Ingestion.Contracts;
using Ingestion.Enrich;

namespace Ingestion.Bench.Throughput;

/// <summary>
/// What one article is in bytes on its way, made by the real cores: the page and the three messages. The relay carries these.
/// </summary>
/// <param name="Page">The raw page, written to the store when it is accepted.</param>
/// <param name="Messages">
/// The bodies of <see cref="ArticleIngested"/>, <see cref="ArticleCleaned"/>, <see cref="ArticleEnriched"/>, one per hop.
/// </param>
/// <param name="Article">The cleaned article, written to the store when it is published.</param>
internal sealed record Cargo(byte[] Page, IReadOnlyList<byte[]> Messages, byte[] Article)
{
    private const string ContentType = "text/html";

    /// <summary>Takes a page through the cores.</summary>
    public static Cargo Of(byte[] page)
    {
        var article = new ArticleCleaner(new CleanOptions()).Clean(new RawArticle(page, ContentType, new ArticleHints()));
        var payload = new ArticlePayload { Inline = article };
        var (id, source, received) = (ArticleId.Derive("bench", "1", null, default), "bench", DateTimeOffset.UnixEpoch);
        return new Cargo(
            page,
            [
                Json(new ArticleIngested
                {
                    ArticleId = id, Version = 1, Source = source, ReceivedAt = received, Attempt = 1, ContentType = ContentType,
                    ContentHash = new string('0', 64), RawLength = page.Length,
                }),
                Json(new ArticleCleaned { ArticleId = id, Version = 1, Source = source, ReceivedAt = received, Attempt = 1, Article = payload }),
                Json(new ArticleEnriched
                {
                    ArticleId = id, Version = 1, Source = source, ReceivedAt = received, Attempt = 1, Article = payload,
                    Enrichment = new ArticleEnricher().Enrich(article),
                }),
            ],
            Json(article));
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, IngestionJson.Options);
}
