using Microsoft.Data.Sqlite;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>Tokens of sources in SQLite.</summary>
internal sealed class SqliteSourceTokenStore(SqliteDatabase database) : ISourceTokenStore
{
    private const string Columns = "id, source_id, name, hash, created_at, last_used_at";

    private const string Insert = $"""
        INSERT INTO source_tokens ({Columns}) VALUES ($id, $source_id, $name, $hash, $created_at, $last_used_at)
        """;

    private const string FindByHash = $"SELECT {Columns} FROM source_tokens WHERE hash = $hash";

    private const string List = $"SELECT {Columns} FROM source_tokens WHERE source_id = $source_id ORDER BY created_at, id";

    private const string Delete = "DELETE FROM source_tokens WHERE source_id = $source_id AND id = $id";

    private const string Touch =
        "UPDATE source_tokens SET last_used_at = max($used_at, coalesce(last_used_at, 0)) WHERE id = $id";

    /// <inheritdoc/>
    public Task AddAsync(SourceToken token, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute(Insert,
            ("$id", token.Id), ("$source_id", token.SourceId), ("$name", token.Name), ("$hash", token.Hash),
            ("$created_at", ToMilliseconds(token.CreatedAt)), ("$last_used_at", ToMilliseconds(token.LastUsedAt))), cancellationToken);

    /// <inheritdoc/>
    public Task<SourceToken?> FindByHashAsync(string hash, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(FindByHash, Read, ("$hash", hash)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SourceToken>> ListAsync(string sourceId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<SourceToken>>(session => session.Query(List, Read, ("$source_id", sourceId)), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string sourceId, string id, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute(Delete, ("$source_id", sourceId), ("$id", id)) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task TouchAsync(string id, DateTimeOffset usedAt, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute(Touch, ("$id", id), ("$used_at", ToMilliseconds(usedAt))), cancellationToken);

    private static SourceToken Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        SourceId = row.GetString(1),
        Name = row.GetStringOrNull(2),
        Hash = row.GetString(3),
        CreatedAt = row.GetTime(4),
        LastUsedAt = row.GetTimeOrNull(5),
    };
}
