using Ingestion.Storage.Deliveries;
using Ingestion.Storage.Subscriptions;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>
/// Publishes a group inside one transaction. Reads what is there, decides in memory, then writes. Transactions of several
/// processes meet at the counter of changes: the later one starts over, so the sequence has no gaps and becomes visible in order.
/// </summary>
internal sealed class PublicationBatch(MongoDatabase database, IClientSessionHandle session, MongoSubscriptionList subscriptions)
{
    private static readonly UpdateDefinitionBuilder<Submission> Update = Builders<Submission>.Update;

    private readonly MongoClusters _clusters = new(database, session);
    private readonly HashSet<string> _stored = [];
    private readonly Dictionary<string, CurrentVersion> _current = [];
    private readonly HashSet<string> _superseded = [];
    private readonly Dictionary<string, int> _withdrawn = [];
    private readonly HashSet<string> _corrected = [];
    private readonly List<PublicationPlan> _plans = [];
    private readonly List<WriteModel<Submission>> _finished = [];

    /// <summary>Writes the group; answers an outcome for each, in order.</summary>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Publication> publications)
    {
        await ReadStoredAsync(publications);
        await _clusters.ReadAsync(publications, articleId => _current.GetValueOrDefault(articleId)?.ClusterId);
        var outcomes = publications.Select(Plan).ToList();
        if (_plans.Count > 0) await WritePlansAsync();
        return outcomes;
    }

    private async Task ReadStoredAsync(IReadOnlyList<Publication> publications)
    {
        var filter = Builders<PublishedArticle>.Filter;
        var keys = publications.Select(p => MongoDatabase.Key(p.ArticleId, p.Version));
        var heads = await database.Articles
            .Find(session, filter.In("_id", keys)
                | (filter.In(a => a.ArticleId, publications.Select(p => p.ArticleId).Distinct()) & MongoIndexes.Current))
            .Project<ArticleHead>(ArticleHead.Projection)
            .ToListAsync();
        foreach (var head in heads)
        {
            _stored.Add(head.Id);
            if (head.IsCurrent)
                _current[head.ArticleId] = head.ToCurrent();
        }
    }

    private WriteOutcome Plan(Publication publication)
    {
        if (!_stored.Add(MongoDatabase.Key(publication.ArticleId, publication.Version))) return WriteOutcome.Unchanged;

        var plan = PublicationPlan.Decide(publication, _current.GetValueOrDefault(publication.ArticleId));
        if (_current.ContainsKey(publication.ArticleId)) _corrected.Add(publication.ArticleId);
        if (plan.Change is not null)
        {
            plan = plan with { Article = _clusters.Assign(plan.Article) };
            MakeCurrent(plan.Article);
        }
        _plans.Add(plan);
        _finished.Add(Finish(publication, plan));
        return plan.Outcome;
    }

    private void MakeCurrent(PublishedArticle article)
    {
        if (_current.ContainsKey(article.ArticleId)) _superseded.Add(article.ArticleId);
        for (var i = 0; i < _plans.Count; i++)
            if (_plans[i].Article is { IsCurrent: true } before && before.ArticleId == article.ArticleId)
                _plans[i] = _plans[i] with { Article = before with { IsCurrent = false } };
        if (article.IsTombstone) Withdraw(article);
        _current[article.ArticleId] = new CurrentVersion(
            article.Version, article.IsTombstone, article.FirstPublishedAt, TextHash.Of(article.Article), article.ClusterId,
            article.Language, article.Topics);
    }

    /// <summary>Empties the versions before a withdrawal.</summary>
    private void Withdraw(PublishedArticle tombstone)
    {
        _withdrawn[tombstone.ArticleId] = tombstone.Version;
        for (var i = 0; i < _plans.Count; i++)
            if (_plans[i].Article is var before && before.ArticleId == tombstone.ArticleId)
                _plans[i] = _plans[i] with { Article = before with { Article = null, Enrichment = null } };
    }

    private async Task WritePlansAsync()
    {
        var counter = await TakeSequenceAsync(_plans.Count(plan => plan.Change is not null));
        var sequence = counter.Value;
        var articles = new List<BsonDocument>();
        var changes = new List<Change>();
        var published = new List<(PublishedArticle Article, ChangeKind Kind, string? TraceParent)>();
        foreach (var (plan, article) in _plans.Select(plan => (plan, plan.Article)))
        {
            if (plan.Change is { } kind)
            {
                changes.Add(new Change(
                    ++sequence, article.ArticleId, article.Version, kind, article.Source, article.PublishedAt));
                published.Add((article with { Sequence = sequence }, kind, plan.TraceParent));
            }
            articles.Add(ToDocument(article with { Sequence = plan.Change is null ? null : sequence }));
        }

        if (_superseded.Count > 0)
        {
            await database.Articles.UpdateManyAsync(
                session,
                Builders<PublishedArticle>.Filter.In(a => a.ArticleId, _superseded) & MongoIndexes.Current,
                Builders<PublishedArticle>.Update.Set(a => a.IsCurrent, false).Unset(MongoFacets.Terms));
        }
        foreach (var (articleId, version) in _withdrawn)
        {
            await database.Articles.UpdateManyAsync(
                session,
                Builders<PublishedArticle>.Filter.Where(a => a.ArticleId == articleId && a.Version < version),
                Builders<PublishedArticle>.Update.Unset(a => a.Article).Unset(a => a.Enrichment).Unset("textHash").Set("isTombstone", true));
        }
        await database.ArticleDocuments.InsertManyAsync(session, articles);
        if (changes.Count > 0) await database.Changes.InsertManyAsync(session, changes);
        await _clusters.WriteAsync();
        await database.Submissions.BulkWriteAsync(session, _finished);
        var all = await subscriptions.ReadAsync(session, counter.SubscriptionsRevision);
        if (all.Count > 0 && published.Count > 0) await WriteDeliveriesAsync(published, all);
    }

    private async Task WriteDeliveriesAsync(
        List<(PublishedArticle Article, ChangeKind Kind, string? TraceParent)> published, IReadOnlyList<Subscription> all)
    {
        // First who was sent what, since what is skipped now may be on the wire.
        var sent = await ReadSentAsync();
        var made = new List<Delivery>();
        foreach (var (article, kind, traceParent) in published)
        {
            if (kind == ChangeKind.Withdrawal)
                for (var i = 0; i < made.Count; i++)
                    if (made[i] is { Kind: not ChangeKind.Withdrawal } before && before.ArticleId == article.ArticleId)
                        made[i] = before with { State = DeliveryState.Skipped, DueAt = null };
            var deliveries = FanOut.Of(article, kind, all, traceParent, id => sent.Contains((article.ArticleId, id))).ToList();
            sent.UnionWith(deliveries.Select(d => (d.ArticleId, d.SubscriptionId)));
            made.AddRange(deliveries);
        }
        if (_withdrawn.Count > 0)
        {
            await database.Deliveries.UpdateManyAsync(
                session,
                Builders<Delivery>.Filter.In(d => d.ArticleId, _withdrawn.Keys)
                    & Builders<Delivery>.Filter.Where(d => d.State == DeliveryState.Pending && d.Kind != ChangeKind.Withdrawal),
                Builders<Delivery>.Update.Set(d => d.State, DeliveryState.Skipped).Set(d => d.DueAt, null).Inc(d => d.Revision, 1));
        }
        if (made.Count > 0) await database.Deliveries.InsertManyAsync(session, made);
    }

    private async Task<HashSet<(string ArticleId, string SubscriptionId)>> ReadSentAsync()
    {
        if (_corrected.Count == 0) return [];
        var rows = await database.Deliveries
            .Find(session, Builders<Delivery>.Filter.In(d => d.ArticleId, _corrected) & Builders<Delivery>.Filter.Ne(d => d.State, DeliveryState.Skipped))
            .Project(d => new { d.ArticleId, d.SubscriptionId }).ToListAsync();
        return [.. rows.Select(row => (row.ArticleId, row.SubscriptionId))];
    }

    /// <summary>Takes places in the sequence; answers the last one before them.</summary>
    private async Task<ChangeCounter> TakeSequenceAsync(int count)
    {
        if (count == 0) return new ChangeCounter(ChangeCounter.Changes, 0, MongoSubscriptionList.Unknown);
        var counter = await database.Counters.FindOneAndUpdateAsync<ChangeCounter>(
            session,
            c => c.Id == ChangeCounter.Changes,
            Builders<ChangeCounter>.Update.Inc(c => c.Value, count),
            new FindOneAndUpdateOptions<ChangeCounter> { IsUpsert = true, ReturnDocument = ReturnDocument.After });
        return counter with { Value = counter.Value - count };
    }

    private static BsonDocument ToDocument(PublishedArticle article)
    {
        var document = article.ToBsonDocument();
        document.InsertAt(0, new BsonElement("_id", MongoDatabase.Key(article.ArticleId, article.Version)));
        document["isTombstone"] = article.IsTombstone;
        if (TextHash.Of(article.Article) is { } textHash) document["textHash"] = textHash;
        if (article.IsCurrent && article.Article is { } content)
            document[MongoFacets.Terms] = new BsonArray(SearchTerms.Of(content, article.Enrichment));
        return document;
    }

    private static UpdateOneModel<Submission> Finish(Publication publication, PublicationPlan plan)
    {
        var filter = Builders<Submission>.Filter;
        return new UpdateOneModel<Submission>(
            filter.Eq("_id", MongoDatabase.Key(publication.ArticleId, publication.Version))
                & filter.In(s => s.State, [SubmissionState.Accepted, SubmissionState.Failed]),
            Update.Set(s => s.State, plan.State).Set(s => s.ChangedAt, publication.PublishedAt).Set(s => s.DueAt, null)
                .Set(s => s.Failure, null).Set(s => s.Timeline, publication.Timeline).Set(s => s.Summary, plan.Summary));
    }

    /// <summary>What a publication has to know of a version that is there.</summary>
    private sealed record ArticleHead(
        string Id, string ArticleId, int Version, bool IsCurrent, bool IsTombstone, DateTimeOffset FirstPublishedAt,
        string? TextHash = null, string? ClusterId = null, string? Language = null, IReadOnlyList<string>? Topics = null)
    {
        public CurrentVersion ToCurrent() => new(Version, IsTombstone, FirstPublishedAt, TextHash, ClusterId, Language, Topics ?? []);

        public static ProjectionDefinition<PublishedArticle> Projection { get; } = Builders<PublishedArticle>.Projection
            .Include(a => a.ArticleId).Include(a => a.Version).Include(a => a.IsCurrent).Include("isTombstone")
            .Include(a => a.FirstPublishedAt).Include("textHash").Include(a => a.ClusterId).Include(a => a.Language)
            .Include(a => a.Topics);
    }
}
