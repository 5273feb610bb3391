using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>
/// The claim check: keeps articles that are too large for a message. Payloads expire by themselves after 7 days;
/// a replay makes them again.
/// </summary>
public interface IPayloadStore
{
    /// <summary>Keeps an article under a key; the same key again replaces it.</summary>
    Task PutAsync(string key, CleanedArticle article, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The article under a key, or null.</summary>
    Task<CleanedArticle?> FindAsync(string key, CancellationToken cancellationToken);
}
