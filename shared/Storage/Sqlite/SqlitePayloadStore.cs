using Ingestion.Contracts;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>Payloads in SQLite. What has expired is never found, and goes with the next payload that is put.</summary>
internal sealed class SqlitePayloadStore(SqliteDatabase database, TimeProvider time) : IPayloadStore
{
    private const string DeleteExpired = "DELETE FROM payloads WHERE expires_at <= $now";

    private const string Put = """
        INSERT INTO payloads (key, article, expires_at) VALUES ($key, $article, $expires_at)
        ON CONFLICT (key) DO UPDATE SET article = excluded.article, expires_at = excluded.expires_at
        """;

    private const string Find = "SELECT article FROM payloads WHERE key = $key AND expires_at > $now";

    /// <inheritdoc/>
    public Task PutAsync(string key, CleanedArticle article, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var json = StoreJson.Write(article);
        return database.WriteAsync(session =>
        {
            session.Execute(DeleteExpired, ("$now", ToMilliseconds(now)));
            return session.Execute(
                Put, ("$key", key), ("$article", json), ("$expires_at", ToMilliseconds(now + Retention.Payload)));
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CleanedArticle?> FindAsync(string key, CancellationToken cancellationToken) =>
        StoreJson.ReadOrNull<CleanedArticle>(await database.ReadAsync(
            session => session.QueryFirst(
                Find, row => row.GetString(0), ("$key", key), ("$now", ToMilliseconds(time.GetUtcNow()))),
            cancellationToken));
}
