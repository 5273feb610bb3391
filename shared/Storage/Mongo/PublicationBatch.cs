using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>
/// Publishes a group inside one transaction. Reads what is there, decides in memory, then writes. Transactions of several
/// processes meet at the counter of changes: the later one starts over, so the sequence has no gaps and becomes visible in order.
/// </summary>
internal sealed class PublicationBatch(MongoDatabase database, IClientSessionHandle session)
{
    private static readonly UpdateDefinitionBuilder<Submission> Update = Builders<Submission>.Update;

    private readonly HashSet<string> _stored = [];
    private readonly Dictionary<string, CurrentVersion> _current = [];
    private readonly HashSet<string> _superseded = [];
    private readonly Dictionary<string, int> _withdrawn = [];
    private readonly List<PublicationPlan> _plans = [];
    private readonly List<WriteModel<Submission>> _finished = [];

    /// <summary>Writes the group; answers an outcome for each, in order.</summary>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(IReadOnlyList<Publication> publications)
    {
        await ReadStoredAsync(publications);
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
                _current[head.ArticleId] = new CurrentVersion(head.Version, head.IsTombstone, head.FirstPublishedAt);
        }
    }

    private WriteOutcome Plan(Publication publication)
    {
        if (!_stored.Add(MongoDatabase.Key(publication.ArticleId, publication.Version))) return WriteOutcome.Unchanged;

        var plan = PublicationPlan.Decide(publication, _current.GetValueOrDefault(publication.ArticleId));
        if (plan.Change is not null) MakeCurrent(plan.Article);
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
        _current[article.ArticleId] = new CurrentVersion(article.Version, article.IsTombstone, article.FirstPublishedAt);
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
        var sequence = await TakeSequenceAsync(_plans.Count(plan => plan.Change is not null));
        var articles = new List<BsonDocument>();
        var changes = new List<Change>();
        foreach (var (plan, article) in _plans.Select(plan => (plan, plan.Article)))
        {
            if (plan.Change is { } kind)
            {
                changes.Add(new Change(
                    ++sequence, article.ArticleId, article.Version, kind, article.Source, article.PublishedAt));
            }
            articles.Add(ToDocument(article with { Sequence = plan.Change is null ? null : sequence }));
        }

        if (_superseded.Count > 0)
        {
            await database.Articles.UpdateManyAsync(
                session,
                Builders<PublishedArticle>.Filter.In(a => a.ArticleId, _superseded) & MongoIndexes.Current,
                Builders<PublishedArticle>.Update.Set(a => a.IsCurrent, false));
        }
        foreach (var (articleId, version) in _withdrawn)
        {
            await database.Articles.UpdateManyAsync(
                session,
                Builders<PublishedArticle>.Filter.Where(a => a.ArticleId == articleId && a.Version < version),
                Builders<PublishedArticle>.Update.Unset(a => a.Article).Unset(a => a.Enrichment).Set("isTombstone", true));
        }
        await database.ArticleDocuments.InsertManyAsync(session, articles);
        if (changes.Count > 0) await database.Changes.InsertManyAsync(session, changes);
        await database.Submissions.BulkWriteAsync(session, _finished);
    }

    /// <summary>Takes places in the sequence; answers the last one before them.</summary>
    private async Task<long> TakeSequenceAsync(int count)
    {
        if (count == 0) return 0;
        var counter = await database.Counters.FindOneAndUpdateAsync<ChangeCounter>(
            session,
            c => c.Id == ChangeCounter.Changes,
            Builders<ChangeCounter>.Update.Inc(c => c.Value, count),
            new FindOneAndUpdateOptions<ChangeCounter> { IsUpsert = true, ReturnDocument = ReturnDocument.After });
        return counter.Value - count;
    }

    private static BsonDocument ToDocument(PublishedArticle article)
    {
        var document = article.ToBsonDocument();
        document.InsertAt(0, new BsonElement("_id", MongoDatabase.Key(article.ArticleId, article.Version)));
        document["isTombstone"] = article.IsTombstone;
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
        string Id, string ArticleId, int Version, bool IsCurrent, bool IsTombstone, DateTimeOffset FirstPublishedAt)
    {
        public static ProjectionDefinition<PublishedArticle> Projection { get; } = Builders<PublishedArticle>.Projection
            .Include(a => a.ArticleId).Include(a => a.Version).Include(a => a.IsCurrent).Include("isTombstone")
            .Include(a => a.FirstPublishedAt);
    }
}
