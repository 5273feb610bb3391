using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>Counts of refusals in SQLite.</summary>
internal sealed class SqliteRefusalStore(SqliteDatabase database) : IRefusalStore
{
    private const string Add = """
        INSERT INTO refusals (source_id, reason, count, last_at) VALUES ($source_id, $reason, $count, $last_at)
        ON CONFLICT (source_id, reason) DO UPDATE SET count = count + excluded.count, last_at = max(last_at, excluded.last_at)
        """;

    private const string List = "SELECT source_id, reason, count, last_at FROM refusals WHERE source_id = $source_id ORDER BY reason";

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyCollection<Refusals> refusals, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        foreach (var refusal in refusals)
        {
            session.Execute(Add,
                ("$source_id", refusal.SourceId), ("$reason", refusal.Reason), ("$count", refusal.Count),
                ("$last_at", ToMilliseconds(refusal.LastAt)));
        }
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Refusals>> ListAsync(string sourceId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Refusals>>(session => session.Query(
            List, row => new Refusals(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetTime(3)), ("$source_id", sourceId)), cancellationToken);
}
