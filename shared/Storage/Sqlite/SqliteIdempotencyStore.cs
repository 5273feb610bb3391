using Microsoft.Data.Sqlite;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>Idempotency keys in SQLite. What has expired, locks included, goes with the next request that begins.</summary>
internal sealed class SqliteIdempotencyStore(SqliteDatabase database) : IIdempotencyStore
{
    private const string DeleteExpired = "DELETE FROM idempotency WHERE expires_at <= $now";

    private const string Find = "SELECT fingerprint, status_code, body FROM idempotency WHERE key = $key";

    private const string Lock = "INSERT INTO idempotency (key, fingerprint, expires_at) VALUES ($key, $fingerprint, $expires_at)";

    private const string Complete = """
        UPDATE idempotency SET status_code = $status_code, body = $body, expires_at = $expires_at
        WHERE key = $key AND status_code IS NULL
        """;

    private const string Release = "DELETE FROM idempotency WHERE key = $key AND status_code IS NULL";

    /// <inheritdoc/>
    public Task<IdempotencyEntry> BeginAsync(
        string key, string fingerprint, DateTimeOffset now, TimeSpan lockFor, CancellationToken cancellationToken) =>
        database.WriteAsync(session =>
        {
            session.Execute(DeleteExpired, ("$now", ToMilliseconds(now)));
            if (session.QueryFirst(Find, Read, ("$key", key)) is { } known) return known.Answer(fingerprint);
            session.Execute(
                Lock, ("$key", key), ("$fingerprint", fingerprint), ("$expires_at", ToMilliseconds(now + lockFor)));
            return new IdempotencyEntry(IdempotencyState.Started);
        }, cancellationToken);

    /// <inheritdoc/>
    public Task CompleteAsync(
        string key, int statusCode, string body, DateTimeOffset keepUntil, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(Complete,
            ("$key", key), ("$status_code", statusCode), ("$body", body), ("$expires_at", ToMilliseconds(keepUntil))),
            cancellationToken);

    /// <inheritdoc/>
    public Task ReleaseAsync(string key, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(Release, ("$key", key)), cancellationToken);

    private static KnownRequest Read(SqliteDataReader row) =>
        new(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt32(1), row.GetStringOrNull(2));
}
