namespace Ingestion.Storage;

/// <summary>
/// Keeps the tokens of sources; deleting a source deletes them. Every method throws <see cref="StoreUnavailableException"/> when the store
/// cannot be reached.
/// </summary>
public interface ISourceTokenStore
{
    /// <summary>Adds a token; its id and its hash are new.</summary>
    Task AddAsync(SourceToken token, CancellationToken cancellationToken);

    /// <summary>The token with this hash, or null.</summary>
    Task<SourceToken?> FindByHashAsync(string hash, CancellationToken cancellationToken);

    /// <summary>A source's tokens, oldest first.</summary>
    Task<IReadOnlyList<SourceToken>> ListAsync(string sourceId, CancellationToken cancellationToken);

    /// <summary>Deletes a token; false if the source has no such token.</summary>
    Task<bool> DeleteAsync(string sourceId, string id, CancellationToken cancellationToken);

    /// <summary>Notes that a token was used; what is earlier than what is known changes nothing.</summary>
    Task TouchAsync(string id, DateTimeOffset usedAt, CancellationToken cancellationToken);
}
