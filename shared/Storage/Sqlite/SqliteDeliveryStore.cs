using System.Text;
using Ingestion.Storage.Deliveries;
using Microsoft.Data.Sqlite;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>Deliveries in SQLite.</summary>
internal sealed class SqliteDeliveryStore(SqliteDatabase database) : IDeliveryStore
{
    private const string ReadDue = $"""
        SELECT {SqliteDeliveryRows.ColumnsWithLog} FROM deliveries d
        WHERE d.subscription_id = $subscription_id AND d.due_at <= $now AND NOT EXISTS (
            SELECT 1 FROM deliveries p
            WHERE p.subscription_id = d.subscription_id AND p.article_id = d.article_id AND p.sequence < d.sequence AND p.due_at IS NOT NULL)
        ORDER BY d.due_at, d.sequence LIMIT $limit
        """;

    private const string Update = """
        UPDATE deliveries SET state = $state, due_at = $due_at, attempt = $attempt, delivered_at = $delivered_at, revision = $revision,
            attempts = $attempts
        WHERE id = $id AND revision = $revision - 1
        """;

    private const string Find = $"SELECT {SqliteDeliveryRows.ColumnsWithLog} FROM deliveries d WHERE d.id = $id";

    private const string ListByArticle =
        $"SELECT {SqliteDeliveryRows.Columns} FROM deliveries d WHERE d.article_id = $article_id ORDER BY d.sequence, d.subscription_id";

    private const string Count = """
        SELECT subscription_id, state, count(*) FROM deliveries
        WHERE subscription_id IN (SELECT value FROM json_each($subscription_ids)) GROUP BY subscription_id, state
        """;

    private const string Recover = """
        UPDATE deliveries SET state = 'Pending', due_at = $now, attempt = 0, revision = revision + 1
        WHERE subscription_id = $subscription_id AND state = 'Failed' AND created_at >= $since AND NOT EXISTS (
            SELECT 1 FROM deliveries l
            WHERE l.article_id = deliveries.article_id AND l.sequence > deliveries.sequence
                AND l.subscription_id = deliveries.subscription_id AND l.state = 'Delivered')
        """;

    private const string RestartPending = """
        UPDATE deliveries SET due_at = $now, attempt = 0, revision = revision + 1
        WHERE subscription_id = $subscription_id AND state = 'Pending' AND attempt > 0
        """;

    private const string SkipPending = """
        UPDATE deliveries SET state = 'Skipped', due_at = NULL, revision = revision + 1
        WHERE subscription_id = $subscription_id AND state = 'Pending' AND kind <> 'Withdrawal'
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ReadDueAsync(
        string subscriptionId, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Delivery>>(
            session => session.Query(
                ReadDue, SqliteDeliveryRows.ReadWithLog,
                ("$subscription_id", subscriptionId), ("$now", ToMilliseconds(now)), ("$limit", limit)), cancellationToken);

    /// <inheritdoc/>
    public Task<WriteOutcome> SaveAsync(Delivery delivery, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Execute(Update,
            ("$id", delivery.Id), ("$state", delivery.State.ToString()), ("$due_at", ToMilliseconds(delivery.DueAt)),
            ("$attempt", delivery.Attempt), ("$delivered_at", ToMilliseconds(delivery.DeliveredAt)), ("$revision", delivery.Revision),
            ("$attempts", delivery.Attempts.Count == 0 ? null : StoreJson.Write(delivery.Attempts))) > 0
            ? WriteOutcome.Written
            : WriteOutcome.Stale,
        cancellationToken);

    /// <inheritdoc/>
    public Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) => database.WriteAsync(session =>
    {
        foreach (var delivery in deliveries) SqliteDeliveryRows.Insert(session, delivery);
        return true;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<Delivery?> FindAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(Find, SqliteDeliveryRows.ReadWithLog, ("$id", id)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ListAsync(DeliveryQuery query, CancellationToken cancellationToken)
    {
        var columns = query.WithAttempts ? SqliteDeliveryRows.ColumnsWithLog : SqliteDeliveryRows.Columns;
        var sql = new StringBuilder($"SELECT {columns} FROM deliveries d WHERE d.subscription_id = $subscription_id");
        var parameters = new List<(string, object?)> { ("$subscription_id", query.SubscriptionId) };
        if (query.State is { } state)
        {
            sql.Append(" AND d.state = $state");
            parameters.Add(("$state", state.ToString()));
        }
        if (query.Before is { } before)
        {
            sql.Append(" AND d.sequence < $before");
            parameters.Add(("$before", before));
        }
        sql.Append(" ORDER BY d.sequence DESC LIMIT $limit");
        parameters.Add(("$limit", query.Limit));
        Func<SqliteDataReader, Delivery> read = query.WithAttempts ? SqliteDeliveryRows.ReadWithLog : SqliteDeliveryRows.Read;
        return database.ReadAsync<IReadOnlyList<Delivery>>(
            session => session.Query(sql.ToString(), read, [.. parameters]), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Delivery>> ListByArticleAsync(string articleId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Delivery>>(
            session => session.Query(ListByArticle, SqliteDeliveryRows.Read, ("$article_id", articleId)), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<DeliveryState, long>>> CountAsync(
        IReadOnlyCollection<string> subscriptionIds, CancellationToken cancellationToken)
    {
        var groups = await database.ReadAsync(
            session => session.Query(
                Count, row => (Id: row.GetString(0), State: row.GetEnum<DeliveryState>(1), Count: row.GetInt64(2)),
                ("$subscription_ids", StoreJson.Write(subscriptionIds))), cancellationToken);
        return DeliveryCounts.Of(subscriptionIds, groups);
    }

    /// <inheritdoc/>
    public Task<long> RecoverAsync(string subscriptionId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(session => (long)session.Execute(Recover,
            ("$subscription_id", subscriptionId), ("$since", ToMilliseconds(since)), ("$now", ToMilliseconds(now))), cancellationToken);

    /// <inheritdoc/>
    public Task<long> RestartPendingAsync(string subscriptionId, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        session => (long)session.Execute(RestartPending, ("$subscription_id", subscriptionId), ("$now", ToMilliseconds(now))), cancellationToken);

    /// <inheritdoc/>
    public Task<long> SkipPendingAsync(string subscriptionId, CancellationToken cancellationToken) => database.WriteAsync(
        session => (long)session.Execute(SkipPending, ("$subscription_id", subscriptionId)), cancellationToken);
}
