namespace Ingestion.Storage.Sqlite;

/// <summary>Prepares SQLite's file and says whether it can be used.</summary>
internal sealed class SqliteLifecycle(SqliteDatabase database) : IStoreLifecycle
{
    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(SqliteSchema.IsReady, cancellationToken);

    /// <inheritdoc/>
    public async Task PingAsync(CancellationToken cancellationToken)
    {
        if (!await database.ReadAsync(SqliteSchema.IsReady, cancellationToken))
            throw new StoreUnavailableException(
                "The store's file is not prepared yet.", new InvalidOperationException("The file lacks migrations."));
    }
}
