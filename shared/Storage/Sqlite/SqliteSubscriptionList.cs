using Ingestion.Storage.Subscriptions;

namespace Ingestion.Storage.Sqlite;

/// <summary>All subscriptions, for the writer's transaction: read again only when their revision has changed.</summary>
internal sealed class SqliteSubscriptionList
{
    private const string ReadRevision = "SELECT revision FROM subscriptions_revision";

    private const string ReadAll = "SELECT record FROM subscriptions ORDER BY id";

    private long _revision = -1;
    private IReadOnlyList<Subscription> _subscriptions = [];

    /// <summary>The subscriptions as of this transaction. For the writer's thread.</summary>
    public IReadOnlyList<Subscription> Read(SqliteSession session)
    {
        var revision = session.QueryNumber(ReadRevision);
        if (revision == _revision) return _subscriptions;
        _subscriptions = session.Query(ReadAll, row => StoreJson.Read<Subscription>(row.GetString(0)));
        _revision = revision;
        return _subscriptions;
    }
}
