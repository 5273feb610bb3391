using Microsoft.Data.Sqlite;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>Polled feeds in SQLite.</summary>
internal sealed class SqliteFeedStore(SqliteDatabase database) : IFeedStore
{
    private const string Columns = "record, due_at, lease";

    private const string Find = $"SELECT {Columns} FROM feeds WHERE source_id = $source_id";

    private const string List = $"SELECT {Columns} FROM feeds WHERE source_id > $after ORDER BY source_id LIMIT $limit";

    private const string Insert = """
        INSERT OR IGNORE INTO feeds (source_id, revision, due_at, lease, record) VALUES ($source_id, $revision, $due_at, $lease + 1, $record)
        """;

    private const string Update = """
        UPDATE feeds SET revision = $revision, due_at = $due_at, lease = lease + 1, record = $record
        WHERE source_id = $source_id AND revision = $revision - 1 AND lease = $lease
        """;

    private const string Delete = "DELETE FROM feeds WHERE source_id = $source_id";

    private const string Claim = $"""
        UPDATE feeds SET due_at = $until, lease = lease + 1
        WHERE source_id IN (SELECT source_id FROM feeds WHERE due_at <= $now ORDER BY due_at, source_id LIMIT $limit)
        RETURNING {Columns}
        """;

    private const string Finish =
        "UPDATE feeds SET due_at = $due_at, record = $record WHERE source_id = $source_id AND lease = $lease";

    /// <inheritdoc/>
    public Task<PolledFeed?> FindAsync(string sourceId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(Find, Read, ("$source_id", sourceId)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PolledFeed>> ListAsync(string? afterSourceId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PolledFeed>>(
            session => session.Query(List, Read, ("$after", afterSourceId ?? ""), ("$limit", limit)), cancellationToken);

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(PolledFeed feed, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Outcome(session.Execute(feed.Revision == 1 ? Insert : Update,
            ("$source_id", feed.SourceId), ("$revision", feed.Revision), ("$due_at", ToMilliseconds(feed.DueAt)),
            ("$lease", feed.Lease), ("$record", StoreJson.Write(feed)))), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string sourceId, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(Delete, ("$source_id", sourceId)) > 0, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PolledFeed>> ClaimDueAsync(
        int limit, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken)
    {
        var due = await database.ReadAsync(session => session.QueryNumber(
            "SELECT count(*) FROM (SELECT 1 FROM feeds WHERE due_at <= $now LIMIT 1)", ("$now", ToMilliseconds(now))), cancellationToken);
        // Nothing due is the usual case, and no reason to write.
        if (due == 0) return [];
        return await database.WriteAsync(session => session.Query(Claim, Read,
            ("$until", ToMilliseconds(now + lease)), ("$now", ToMilliseconds(now)), ("$limit", limit)), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<WriteOutcome> FinishAsync(PolledFeed feed, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Outcome(session.Execute(Finish,
            ("$source_id", feed.SourceId), ("$due_at", ToMilliseconds(feed.DueAt)), ("$lease", feed.Lease),
            ("$record", StoreJson.Write(feed)))), cancellationToken);

    // The columns are what a claim moves; the record may be older.
    private static PolledFeed Read(SqliteDataReader row) =>
        StoreJson.Read<PolledFeed>(row.GetString(0)) with { DueAt = row.GetTimeOrNull(1), Lease = row.GetInt64(2) };

    private static WriteOutcome Outcome(int rows) => rows > 0 ? WriteOutcome.Written : WriteOutcome.Stale;
}
