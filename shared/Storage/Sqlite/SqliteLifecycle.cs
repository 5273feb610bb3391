namespace Ingestion.Storage.Sqlite;

/// <summary>Prepares SQLite's file and says whether it can be used.</summary>
internal sealed class SqliteLifecycle(SqliteDatabase database) : IStoreLifecycle
{
    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        // The writer makes file and tables when it opens.
        database.WriteAsync(_ => true, cancellationToken);

    /// <inheritdoc/>
    public Task PingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryNumber("SELECT count(*) FROM (SELECT 1 FROM changes LIMIT 1)"), cancellationToken);
}
