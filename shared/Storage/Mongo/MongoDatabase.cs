using Ingestion.Storage.Clusters;
using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using Microsoft.Extensions.Options;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>The client, with what was accepted written to a majority and journaled, and the collections.</summary>
internal sealed class MongoDatabase : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public MongoDatabase(IOptions<StoreOptions> options)
    {
        MongoConventions.Register();
        var settings = MongoClientSettings.FromConnectionString(options.Value.ConnectionString);
        settings.ApplicationName ??= "ingestion";
        // The driver's 30 s would keep callers waiting; who names other times in the connection string gets them.
        if (settings.ServerSelectionTimeout == MongoDefaults.ServerSelectionTimeout)
            settings.ServerSelectionTimeout = LongestWait;
        if (settings.ConnectTimeout == MongoDefaults.ConnectTimeout)
            settings.ConnectTimeout = LongestWait;
        settings.WriteConcern = Durable;
        Client = new MongoClient(settings);
        Database = Client.GetDatabase(options.Value.Database);
    }

    /// <summary>Acknowledged by a majority, from their journals.</summary>
    public static WriteConcern Durable { get; } = WriteConcern.WMajority.With(journal: true);

    public IMongoClient Client { get; }

    public IMongoDatabase Database { get; }

    /// <summary>Submissions as the ports know them.</summary>
    public IMongoCollection<Submission> Submissions => Database.GetCollection<Submission>("submissions");

    /// <summary>Submissions with what the store adds to them: key, raw bytes and claim.</summary>
    public IMongoCollection<BsonDocument> SubmissionDocuments => Database.GetCollection<BsonDocument>("submissions");

    /// <summary>Versions as the ports know them.</summary>
    public IMongoCollection<PublishedArticle> Articles => Database.GetCollection<PublishedArticle>("articles");

    /// <summary>Versions with what the store adds to them: key and whether they are tombstones.</summary>
    public IMongoCollection<BsonDocument> ArticleDocuments => Database.GetCollection<BsonDocument>("articles");

    /// <summary>The change sequence; a change's place is its key.</summary>
    public IMongoCollection<Change> Changes => Database.GetCollection<Change>("changes");

    public IMongoCollection<ChangeCounter> Counters => Database.GetCollection<ChangeCounter>("counters");

    public IMongoCollection<PayloadDocument> Payloads => Database.GetCollection<PayloadDocument>("payloads");

    public IMongoCollection<RequestDocument> Requests => Database.GetCollection<RequestDocument>("idempotency");

    public IMongoCollection<Source> Sources => Database.GetCollection<Source>("sources");

    public IMongoCollection<PolledFeed> Feeds => Database.GetCollection<PolledFeed>("feeds");

    public IMongoCollection<HostDocument> Hosts => Database.GetCollection<HostDocument>("hosts");

    public IMongoCollection<SourceToken> SourceTokens => Database.GetCollection<SourceToken>("sourceTokens");

    public IMongoCollection<RefusalDocument> Refusals => Database.GetCollection<RefusalDocument>("refusals");

    public IMongoCollection<Subscriber> Subscribers => Database.GetCollection<Subscriber>("subscribers");

    public IMongoCollection<Subscription> Subscriptions => Database.GetCollection<Subscription>("subscriptions");

    public IMongoCollection<Dispatch> Dispatches => Database.GetCollection<Dispatch>("dispatches");

    public IMongoCollection<Delivery> Deliveries => Database.GetCollection<Delivery>("deliveries");

    public IMongoCollection<ClusterMember> ClusterMembers => Database.GetCollection<ClusterMember>("clusterMembers");

    public IMongoCollection<RelayDocument> Relays => Database.GetCollection<RelayDocument>("relays");

    /// <summary>The key of a version, of its submission and of its article.</summary>
    public static string Key(string articleId, int version) => $"{articleId}/{version}";

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}

/// <summary>How far something is: the change sequence, and how often subscriptions were changed.</summary>
internal sealed record ChangeCounter(string Id, long Value, long SubscriptionsRevision = 0)
{
    /// <summary>The key of the one that counts changes.</summary>
    public const string Changes = "changes";

    /// <summary>The key of the mark that every article has its facets.</summary>
    public const string Facets = "facets";
}

/// <summary>A payload. MongoDB deletes it after <paramref name="ExpiresAt"/>.</summary>
internal sealed record PayloadDocument(string Id, Contracts.CleanedArticle Article, DateTimeOffset ExpiresAt);

/// <summary>A request with an idempotency key. MongoDB deletes it after <paramref name="ExpiresAt"/>.</summary>
internal sealed record RequestDocument(
    string Id, string Fingerprint, int? StatusCode, string? Body, DateTimeOffset ExpiresAt);

/// <summary>A host that is taken. MongoDB deletes it after <paramref name="FreeAt"/>.</summary>
internal sealed record HostDocument(string Id, DateTimeOffset FreeAt);

/// <summary>How often pushes of a source were refused for a reason; the key is "reason/source".</summary>
internal sealed record RefusalDocument(string Id, string SourceId, string Reason, long Count, DateTimeOffset LastAt);
