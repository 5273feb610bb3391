using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>The gate to hosts in SQLite. Hosts that are free go with the next that is taken.</summary>
internal sealed class SqliteHostGate(SqliteDatabase database) : IHostGate
{
    private const string DeleteFree = "DELETE FROM hosts WHERE free_at <= $now";

    private const string Enter = "INSERT OR IGNORE INTO hosts (host, free_at) VALUES ($host, $until)";

    private const string FindFree = "SELECT free_at FROM hosts WHERE host = $host";

    private const string Leave = "UPDATE hosts SET free_at = $free_at WHERE host = $host AND free_at = $until";

    /// <inheritdoc/>
    public Task<DateTimeOffset?> EnterAsync(string host, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync<DateTimeOffset?>(session =>
        {
            session.Execute(DeleteFree, ("$now", ToMilliseconds(now)));
            if (session.Execute(Enter, ("$host", host), ("$until", ToMilliseconds(until))) > 0) return null;
            return DateTimeOffset.FromUnixTimeMilliseconds(session.QueryNumber(FindFree, ("$host", host)));
        }, cancellationToken);

    /// <inheritdoc/>
    public Task LeaveAsync(string host, DateTimeOffset until, DateTimeOffset freeAt, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(
            Leave, ("$host", host), ("$until", ToMilliseconds(until)), ("$free_at", ToMilliseconds(freeAt))), cancellationToken);
}
