using Ingestion.Storage;

namespace Ingestion.Ingest.Sources;

/// <summary>What an operator does with a source's tokens, by the API or on a page.</summary>
internal sealed class TokenControl(ISourceStore sources, ISourceTokenStore store, SourceTokens tokens)
{
    /// <summary>Enough to rotate with.</summary>
    private const int MostTokens = 10;
    private const int MaxNameLength = 200;

    /// <summary>Makes one: its record and the token itself, which is told here only; or why not.</summary>
    public async Task<((SourceToken Record, string Token)? Made, SetupError? Error)> CreateAsync(
        string id, string? name, CancellationToken cancellationToken)
    {
        if (name?.Length > MaxNameLength)
        {
            return (null, new SetupError(
                StatusCodes.Status400BadRequest, "The name is too long", $"name has {name.Length} characters, more than the {MaxNameLength} allowed."));
        }
        if (await sources.FindAsync(id, cancellationToken) is null) return (null, NoSuchSource(id));
        if ((await store.ListAsync(id, cancellationToken)).Count >= MostTokens)
        {
            return (null, new SetupError(
                StatusCodes.Status409Conflict, "Too many tokens", $"The source '{id}' has {MostTokens} tokens. Delete one that is no longer used."));
        }
        return (await tokens.CreateAsync(id, name, cancellationToken), null);
    }

    /// <summary>Deletes one; or why not.</summary>
    public async Task<SetupError?> DeleteAsync(string id, string tokenId, CancellationToken cancellationToken) =>
        await store.DeleteAsync(id, tokenId, cancellationToken) ? null : new SetupError(
            StatusCodes.Status404NotFound, "No such token", $"The source '{id}' has no token '{tokenId}'.");

    /// <summary>The error where a source has no record.</summary>
    public static SetupError NoSuchSource(string id) => new(
        StatusCodes.Status404NotFound, "No such source", $"The source '{id}' has no record. PUT /v1/sources/{id} makes one.");
}
