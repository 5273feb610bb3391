using System.Text;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using Microsoft.Data.Sqlite;

namespace Ingestion.Storage.Sqlite;

/// <summary>Subscriptions in SQLite. Every write counts up a revision that publishing looks at.</summary>
internal sealed class SqliteSubscriptionStore(SqliteDatabase database) : ISubscriptionStore
{
    private const string Find = "SELECT record FROM subscriptions WHERE id = $id";

    private const string FindAll = "SELECT record FROM subscriptions WHERE id IN (SELECT value FROM json_each($ids))";

    private const string Insert = """
        INSERT OR IGNORE INTO subscriptions (id, subscriber_id, state, revision, record)
        VALUES ($id, $subscriber_id, $state, $revision, $record)
        """;

    private const string Update =
        "UPDATE subscriptions SET state = $state, revision = $revision, record = $record WHERE id = $id AND revision = $revision - 1";

    private const string Delete = "DELETE FROM subscriptions WHERE id = $id";

    private const string DeleteDispatch = "DELETE FROM dispatches WHERE subscription_id = $id";

    private const string SkipAll = """
        UPDATE deliveries SET state = 'Skipped', due_at = NULL, revision = revision + 1 WHERE subscription_id = $id AND state = 'Pending'
        """;

    private const string Touch = "UPDATE subscriptions_revision SET revision = revision + 1";

    private const string LastSequence = "SELECT coalesce(max(sequence), 0) FROM changes";

    /// <inheritdoc/>
    public Task<Subscription?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(Find, Read, ("$id", id)), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Subscription>> FindAllAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(session => session.Query(FindAll, Read, ("$ids", StoreJson.Write(ids))), cancellationToken);
        return found.ToDictionary(subscription => subscription.Id);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Subscription>> ListAsync(
        string? subscriberId, string? afterId, int limit, CancellationToken cancellationToken)
    {
        var sql = new StringBuilder("SELECT record FROM subscriptions WHERE id > $after");
        var parameters = new List<(string, object?)> { ("$after", afterId ?? "") };
        if (subscriberId is not null)
        {
            sql.Append(" AND subscriber_id = $subscriber_id");
            parameters.Add(("$subscriber_id", subscriberId));
        }
        sql.Append(" ORDER BY id LIMIT $limit");
        parameters.Add(("$limit", limit));
        return database.ReadAsync<IReadOnlyList<Subscription>>(
            session => session.Query(sql.ToString(), Read, [.. parameters]), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Subscription?> AddAsync(Subscription subscription, long? backfillAfter, CancellationToken cancellationToken) =>
        database.WriteAsync(session =>
        {
            var last = session.QueryNumber(LastSequence);
            var added = subscription with { StartsAfter = last };
            if (session.Execute(Insert, Parameters(added)) == 0) return null;
            SqliteDispatchStore.Insert(session, new Dispatch
            {
                SubscriptionId = added.Id,
                BackfillAfter = backfillAfter < last ? backfillAfter : null,
                BackfillUntil = last,
            });
            session.Execute(Touch);
            return added;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(Subscription subscription, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        if (session.Execute(Update, Parameters(subscription)) == 0) return WriteOutcome.Stale;
        session.Execute(Touch);
        return WriteOutcome.Written;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        if (session.Execute(Delete, ("$id", id)) == 0) return false;
        session.Execute(DeleteDispatch, ("$id", id));
        session.Execute(SkipAll, ("$id", id));
        session.Execute(Touch);
        return true;
    }, cancellationToken);

    private static (string, object?)[] Parameters(Subscription subscription) =>
    [
        ("$id", subscription.Id), ("$subscriber_id", subscription.SubscriberId), ("$state", subscription.State.ToString()),
        ("$revision", subscription.Revision), ("$record", StoreJson.Write(subscription)),
    ];

    private static Subscription Read(SqliteDataReader row) => StoreJson.Read<Subscription>(row.GetString(0));
}
