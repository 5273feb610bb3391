using Ingestion.Storage.Clusters;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>An index for every query, named for it.</summary>
internal static class MongoIndexes
{
    public static IReadOnlyList<CreateIndexModel<Submission>> Submissions { get; } = Of<Submission>(keys =>
    [
        Index(keys.Ascending(s => s.ArticleId).Descending(s => s.Version), "versions"),
        Index(keys.Ascending(s => s.IsLatest).Descending(s => s.ReceivedAt).Descending(s => s.ArticleId), "latest"),
        Index(
            keys.Ascending(s => s.IsLatest).Ascending(s => s.Source).Descending(s => s.ReceivedAt).Descending(s => s.ArticleId),
            "latest_by_source"),
        Index(
            keys.Ascending(s => s.IsLatest).Ascending("summary.language").Descending(s => s.ReceivedAt)
                .Descending(s => s.ArticleId),
            "latest_by_language"),
        Index(keys.Ascending(s => s.IsLatest).Ascending(s => s.ChangedAt), "latest_by_change"),
        Index(keys.Ascending(s => s.IsLatest).Ascending(s => s.ExpiresAt), "expiring"),
        Index(keys.Ascending(s => s.State).Descending(s => s.ReceivedAt).Descending(s => s.ArticleId), "by_state"),
        Index(
            keys.Ascending(s => s.DueAt).Ascending(s => s.ReceivedAt).Ascending(s => s.ArticleId), "due",
            only: Builders<Submission>.Filter.Eq(s => s.State, SubmissionState.Accepted)),
    ]);

    public static IReadOnlyList<CreateIndexModel<PublishedArticle>> Articles { get; } = Of<PublishedArticle>(keys =>
    [
        Index(keys.Ascending(a => a.ArticleId), "current", only: Current, isUnique: true),
        Index(keys.Ascending(a => a.ClusterId).Ascending(a => a.Sequence), "by_cluster", only: Current),
        Index(keys.Descending(a => a.Sequence), "listed", only: Current),
        Index(keys.Ascending(a => a.Source).Descending(a => a.Sequence), "listed_by_source", only: Current),
        Index(keys.Ascending(a => a.Language).Descending(a => a.Sequence), "listed_by_language", only: Current),
        Index(keys.Ascending(a => a.Topics).Descending(a => a.Sequence), "listed_by_topic", only: Current),
        Index(keys.Ascending(MongoFacets.Terms).Descending(a => a.Sequence), "listed_by_term", only: Current),
    ]);

    public static IReadOnlyList<CreateIndexModel<PayloadDocument>> Payloads { get; } =
        Of<PayloadDocument>(keys => [Expiry(keys.Ascending(p => p.ExpiresAt))]);

    public static IReadOnlyList<CreateIndexModel<RequestDocument>> Requests { get; } =
        Of<RequestDocument>(keys => [Expiry(keys.Ascending(r => r.ExpiresAt))]);

    public static IReadOnlyList<CreateIndexModel<PolledFeed>> Feeds { get; } = Of<PolledFeed>(keys =>
        [Index(keys.Ascending(f => f.DueAt).Ascending(f => f.SourceId), "due")]);

    public static IReadOnlyList<CreateIndexModel<HostDocument>> Hosts { get; } =
        Of<HostDocument>(keys => [Expiry(keys.Ascending(h => h.FreeAt))]);

    public static IReadOnlyList<CreateIndexModel<SourceToken>> SourceTokens { get; } = Of<SourceToken>(keys =>
    [
        Index(keys.Ascending(t => t.Hash), "hash", isUnique: true),
        Index(keys.Ascending(t => t.SourceId).Ascending(t => t.CreatedAt), "by_source"),
    ]);

    public static IReadOnlyList<CreateIndexModel<RefusalDocument>> Refusals { get; } =
        Of<RefusalDocument>(keys => [Index(keys.Ascending(r => r.SourceId).Ascending(r => r.Reason), "by_source")]);

    public static IReadOnlyList<CreateIndexModel<Change>> Changes { get; } =
        Of<Change>(keys => [Index(keys.Ascending(c => c.ChangedAt), "by_time")]);

    public static IReadOnlyList<CreateIndexModel<ClusterMember>> ClusterMembers { get; } = Of<ClusterMember>(keys =>
    [
        Index(keys.Ascending(m => m.Bands).Descending(m => m.SeenAt), "bands"),
        new CreateIndexModel<ClusterMember>(
            keys.Ascending(m => m.SeenAt), new CreateIndexOptions { Name = "expiry", ExpireAfter = ClusterChoice.Window }),
    ]);

    public static IReadOnlyList<CreateIndexModel<Subscriber>> Subscribers { get; } = Of<Subscriber>(keys =>
        [Index(keys.Ascending("tokens.hash"), "token", only: Builders<Subscriber>.Filter.Exists("tokens.hash"), isUnique: true)]);

    public static IReadOnlyList<CreateIndexModel<Subscription>> Subscriptions { get; } =
        Of<Subscription>(keys => [Index(keys.Ascending(s => s.SubscriberId).Ascending(s => s.Id), "by_subscriber")]);

    public static IReadOnlyList<CreateIndexModel<Delivery>> Deliveries { get; } = Of<Delivery>(keys =>
    [
        Index(
            keys.Ascending(d => d.SubscriptionId).Ascending(d => d.DueAt).Ascending(d => d.Sequence), "due",
            only: Builders<Delivery>.Filter.Eq(d => d.State, DeliveryState.Pending)),
        Index(keys.Ascending(d => d.SubscriptionId).Ascending(d => d.State).Descending(d => d.Sequence), "by_state"),
        Index(keys.Ascending(d => d.SubscriptionId).Descending(d => d.Sequence), "by_subscription"),
        Index(keys.Ascending(d => d.ArticleId).Ascending(d => d.Sequence), "by_article"),
    ]);

    /// <summary>The version that readers get, a tombstone included.</summary>
    public static FilterDefinition<PublishedArticle> Current => Builders<PublishedArticle>.Filter.Eq(a => a.IsCurrent, true);

    private static List<CreateIndexModel<T>> Of<T>(Func<IndexKeysDefinitionBuilder<T>, List<CreateIndexModel<T>>> indexes)
    {
        MongoConventions.Register();
        return indexes(Builders<T>.IndexKeys);
    }

    private static CreateIndexModel<T> Index<T>(
        IndexKeysDefinition<T> keys, string name, FilterDefinition<T>? only = null, bool isUnique = false) =>
        new(keys, new CreateIndexOptions<T> { Name = name, PartialFilterExpression = only, Unique = isUnique ? true : null });

    private static CreateIndexModel<T> Expiry<T>(IndexKeysDefinition<T> keys) =>
        new(keys, new CreateIndexOptions<T> { Name = "expiry", ExpireAfter = TimeSpan.Zero });
}
