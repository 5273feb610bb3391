using Ingestion.Storage.Deliveries;
using Microsoft.Data.Sqlite;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>The leases on subscriptions in SQLite.</summary>
internal sealed class SqliteDispatchStore(SqliteDatabase database) : IDispatchStore
{
    private const string FindDue = """
        SELECT s.id FROM subscriptions s JOIN dispatches p ON p.subscription_id = s.id
        WHERE s.state = 'Active' AND (coalesce(p.lease_until, 0) <= $now OR p.owner = $owner) AND coalesce(p.throttled_until, 0) <= $now
            AND (p.backfill_after IS NOT NULL OR EXISTS (
                SELECT 1 FROM deliveries d WHERE d.subscription_id = s.id AND d.due_at <= $now))
        """;

    private const string Find = "SELECT record, owner, lease_until FROM dispatches WHERE subscription_id = $subscription_id";

    private const string FindAll = """
        SELECT record, owner, lease_until FROM dispatches WHERE subscription_id IN (SELECT value FROM json_each($subscription_ids))
        """;

    private const string Claim = """
        UPDATE dispatches SET owner = $owner, lease_until = $until
        WHERE subscription_id = $subscription_id AND coalesce(lease_until, 0) <= $now
        RETURNING record, owner, lease_until
        """;

    private const string Update = """
        UPDATE dispatches SET lease_until = $lease_until, throttled_until = $throttled_until, backfill_after = $backfill_after,
            record = $record
        WHERE subscription_id = $subscription_id AND owner = $owner
        """;

    private const string InsertRow = """
        INSERT INTO dispatches (subscription_id, backfill_after, record) VALUES ($subscription_id, $backfill_after, $record)
        """;

    private const string Reset = "UPDATE dispatches SET throttled_until = NULL, record = $record WHERE subscription_id = $subscription_id";

    /// <summary>Adds the row of a new subscription.</summary>
    public static void Insert(SqliteSession session, Dispatch dispatch) => session.Execute(InsertRow,
        ("$subscription_id", dispatch.SubscriptionId), ("$backfill_after", dispatch.BackfillAfter), ("$record", StoreJson.Write(dispatch)));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindDueAsync(string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            session => session.Query(FindDue, row => row.GetString(0), ("$owner", owner), ("$now", ToMilliseconds(now))), cancellationToken);

    /// <inheritdoc/>
    public Task<Dispatch?> FindAsync(string subscriptionId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(Find, Read, ("$subscription_id", subscriptionId)), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Dispatch>> FindAllAsync(
        IReadOnlyCollection<string> subscriptionIds, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            session => session.Query(FindAll, Read, ("$subscription_ids", StoreJson.Write(subscriptionIds))), cancellationToken);
        return found.ToDictionary(dispatch => dispatch.SubscriptionId);
    }

    /// <inheritdoc/>
    public Task<Dispatch?> ClaimAsync(
        string subscriptionId, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.QueryFirst(Claim, Read,
            ("$subscription_id", subscriptionId), ("$owner", owner), ("$now", ToMilliseconds(now)), ("$until", ToMilliseconds(until))),
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> SaveAsync(Dispatch dispatch, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute(Update,
            ("$subscription_id", dispatch.SubscriptionId), ("$owner", dispatch.Owner), ("$lease_until", ToMilliseconds(dispatch.LeaseUntil)),
            ("$throttled_until", ToMilliseconds(dispatch.ThrottledUntil)), ("$backfill_after", dispatch.BackfillAfter),
            ("$record", StoreJson.Write(dispatch))) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task ResetAsync(string subscriptionId, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        if (session.QueryFirst(Find, Read, ("$subscription_id", subscriptionId)) is not { } dispatch) return false;
        var reset = dispatch with { ThrottledUntil = null, FailingSince = null, Failures = 0 };
        session.Execute(Reset, ("$subscription_id", subscriptionId), ("$record", StoreJson.Write(reset)));
        return true;
    }, cancellationToken);

    private static Dispatch Read(SqliteDataReader row) => StoreJson.Read<Dispatch>(row.GetString(0)) with
    {
        Owner = row.GetStringOrNull(1),
        LeaseUntil = row.GetTimeOrNull(2),
    };
}
