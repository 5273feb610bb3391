using Ingestion.Storage.Subscriptions;
using Microsoft.Data.Sqlite;

namespace Ingestion.Storage.Sqlite;

/// <summary>Subscribers in SQLite.</summary>
internal sealed class SqliteSubscriberStore(SqliteDatabase database) : ISubscriberStore
{
    private const string Find = "SELECT record FROM subscribers WHERE id = $id";

    private const string FindByToken = """
        SELECT s.record FROM subscriber_tokens t JOIN subscribers s ON s.id = t.subscriber_id WHERE t.hash = $hash
        """;

    private const string List = "SELECT record FROM subscribers WHERE id > $after ORDER BY id LIMIT $limit";

    private const string Insert = "INSERT OR IGNORE INTO subscribers (id, revision, record) VALUES ($id, $revision, $record)";

    private const string Update =
        "UPDATE subscribers SET revision = $revision, record = $record WHERE id = $id AND revision = $revision - 1";

    private const string DeleteTokens = "DELETE FROM subscriber_tokens WHERE subscriber_id = $id";

    private const string InsertToken = "INSERT INTO subscriber_tokens (hash, subscriber_id) VALUES ($hash, $id)";

    private const string Delete = "DELETE FROM subscribers WHERE id = $id";

    /// <inheritdoc/>
    public Task<Subscriber?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(Find, Read, ("$id", id)), cancellationToken);

    /// <inheritdoc/>
    public Task<Subscriber?> FindByTokenAsync(string hash, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(FindByToken, Read, ("$hash", hash)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Subscriber>> ListAsync(string? afterId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Subscriber>>(
            session => session.Query(List, Read, ("$after", afterId ?? ""), ("$limit", limit)), cancellationToken);

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(Subscriber subscriber, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        if (session.Execute(subscriber.Revision == 1 ? Insert : Update,
            ("$id", subscriber.Id), ("$revision", subscriber.Revision), ("$record", StoreJson.Write(subscriber))) == 0)
            return WriteOutcome.Stale;
        session.Execute(DeleteTokens, ("$id", subscriber.Id));
        foreach (var token in subscriber.Tokens) session.Execute(InsertToken, ("$hash", token.Hash), ("$id", subscriber.Id));
        return WriteOutcome.Written;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(Delete, ("$id", id)) > 0, cancellationToken);

    private static Subscriber Read(SqliteDataReader row) => StoreJson.Read<Subscriber>(row.GetString(0));
}
