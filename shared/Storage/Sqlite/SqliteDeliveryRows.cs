using Ingestion.Storage.Deliveries;
using Microsoft.Data.Sqlite;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>How deliveries become rows and rows deliveries.</summary>
internal static class SqliteDeliveryRows
{
    /// <summary>The columns of a delivery without its log.</summary>
    public const string Columns = """
        d.id, d.subscription_id, d.subscriber_id, d.article_id, d.version, d.sequence, d.kind, d.created_at, d.state, d.due_at, d.attempt,
        d.delivered_at, d.revision, d.trace_parent
        """;

    /// <summary>The columns of a delivery with its log.</summary>
    public const string ColumnsWithLog = $"{Columns}, d.attempts";

    private const string InsertRow = """
        INSERT OR IGNORE INTO deliveries (id, subscription_id, subscriber_id, article_id, version, sequence, kind, created_at, trace_parent, state,
            due_at, attempt, delivered_at, revision, attempts)
        VALUES ($id, $subscription_id, $subscriber_id, $article_id, $version, $sequence, $kind, $created_at, $trace_parent, $state,
            $due_at, $attempt, $delivered_at, $revision, $attempts)
        """;

    private const string SelectSent = "SELECT DISTINCT subscription_id FROM deliveries WHERE article_id = $article_id AND state <> 'Skipped'";

    private const string SkipOfArticle = """
        UPDATE deliveries SET state = 'Skipped', due_at = NULL, revision = revision + 1
        WHERE article_id = $article_id AND due_at IS NOT NULL AND kind <> 'Withdrawal'
        """;

    /// <summary>Adds a delivery unless it is there.</summary>
    public static void Insert(SqliteSession session, Delivery delivery) => session.Execute(InsertRow,
        ("$id", delivery.Id),
        ("$subscription_id", delivery.SubscriptionId),
        ("$subscriber_id", delivery.SubscriberId),
        ("$article_id", delivery.ArticleId),
        ("$version", delivery.Version),
        ("$sequence", delivery.Sequence),
        ("$kind", delivery.Kind.ToString()),
        ("$created_at", ToMilliseconds(delivery.CreatedAt)),
        ("$trace_parent", delivery.TraceParent),
        ("$state", delivery.State.ToString()),
        ("$due_at", ToMilliseconds(delivery.DueAt)),
        ("$attempt", delivery.Attempt),
        ("$delivered_at", ToMilliseconds(delivery.DeliveredAt)),
        ("$revision", delivery.Revision),
        ("$attempts", delivery.Attempts.Count == 0 ? null : StoreJson.Write(delivery.Attempts)));

    /// <summary>The subscriptions that have, or may have, been sent an article.</summary>
    public static HashSet<string> SentTo(SqliteSession session, string articleId) =>
        [.. session.Query(SelectSent, row => row.GetString(0), ("$article_id", articleId))];

    /// <summary>Ends the waiting of what an article's withdrawal takes back.</summary>
    public static void SkipPending(SqliteSession session, string articleId) =>
        session.Execute(SkipOfArticle, ("$article_id", articleId));

    /// <summary>Reads a row of <see cref="Columns"/>.</summary>
    public static Delivery Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        SubscriptionId = row.GetString(1),
        SubscriberId = row.GetStringOrNull(2),
        ArticleId = row.GetString(3),
        Version = row.GetInt32(4),
        Sequence = row.GetInt64(5),
        Kind = row.GetEnum<ChangeKind>(6),
        CreatedAt = row.GetTime(7),
        State = row.GetEnum<DeliveryState>(8),
        DueAt = row.GetTimeOrNull(9),
        Attempt = row.GetInt32(10),
        DeliveredAt = row.GetTimeOrNull(11),
        Revision = row.GetInt64(12),
        TraceParent = row.GetStringOrNull(13),
    };

    /// <summary>Reads a row of <see cref="ColumnsWithLog"/>.</summary>
    public static Delivery ReadWithLog(SqliteDataReader row) => Read(row) with
    {
        Attempts = StoreJson.ReadOrNull<List<DeliveryAttempt>>(row.GetStringOrNull(14)) ?? [],
    };
}
