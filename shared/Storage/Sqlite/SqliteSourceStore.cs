using Microsoft.Data.Sqlite;

namespace Ingestion.Storage.Sqlite;

/// <summary>Sources in SQLite.</summary>
internal sealed class SqliteSourceStore(SqliteDatabase database) : ISourceStore
{
    private const string Find = "SELECT record FROM sources WHERE id = $id";

    private const string List = "SELECT record FROM sources WHERE id > $after ORDER BY id LIMIT $limit";

    private const string Insert = "INSERT OR IGNORE INTO sources (id, revision, record) VALUES ($id, $revision, $record)";

    private const string Update =
        "UPDATE sources SET revision = $revision, record = $record WHERE id = $id AND revision = $revision - 1";

    private const string Delete = "DELETE FROM sources WHERE id = $id AND revision = $revision";

    private const string DeleteTokens = "DELETE FROM source_tokens WHERE source_id = $id";

    private const string DeleteRefusals = "DELETE FROM refusals WHERE source_id = $id";

    /// <inheritdoc/>
    public Task<Source?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(Find, Read, ("$id", id)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Source>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Source>>(
            session => session.Query(List, Read, ("$after", afterId ?? ""), ("$limit", limit)), cancellationToken);

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(Source source, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Outcome(session.Execute(source.Revision == 1 ? Insert : Update,
            ("$id", source.Id), ("$revision", source.Revision), ("$record", StoreJson.Write(source)))), cancellationToken);

    /// <inheritdoc/>
    public Task<WriteOutcome> DeleteAsync(string id, long revision, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        var outcome = Outcome(session.Execute(Delete, ("$id", id), ("$revision", revision)));
        if (outcome != WriteOutcome.Written) return outcome;
        session.Execute(DeleteTokens, ("$id", id));
        session.Execute(DeleteRefusals, ("$id", id));
        return outcome;
    }, cancellationToken);

    private static Source Read(SqliteDataReader row) => StoreJson.Read<Source>(row.GetString(0));

    private static WriteOutcome Outcome(int rows) => rows > 0 ? WriteOutcome.Written : WriteOutcome.Stale;
}
