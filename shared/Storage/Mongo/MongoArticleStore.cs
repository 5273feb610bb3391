using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Published articles and the change sequence in MongoDB. Publications that wait share a transaction.</summary>
internal sealed class MongoArticleStore : IArticleStore, IAsyncDisposable
{
    private const int LargestGroup = 64;

    private static readonly FilterDefinitionBuilder<PublishedArticle> Filter = Builders<PublishedArticle>.Filter;

    private readonly MongoDatabase _database;
    private readonly MongoSubscriptionList _subscriptions;
    private readonly GroupWriter<PublicationItem> _groups;

    public MongoArticleStore(MongoDatabase database)
    {
        _database = database;
        _subscriptions = new MongoSubscriptionList(database);
        _groups = new GroupWriter<PublicationItem>(LargestGroup, PublishGroupAsync);
    }

    /// <inheritdoc/>
    public async Task<WriteOutcome> PublishAsync(Publication publication, CancellationToken cancellationToken)
    {
        var item = new PublicationItem(publication);
        await _groups.AddAsync(item, cancellationToken);
        return await item.WaitAsync<WriteOutcome>(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<PublishedArticle?> FindCurrentAsync(string articleId, CancellationToken cancellationToken) =>
        FindAsync(Filter.Eq(a => a.ArticleId, articleId) & MongoIndexes.Current, cancellationToken);

    /// <inheritdoc/>
    public Task<PublishedArticle?> FindVersionAsync(string articleId, int version, CancellationToken cancellationToken) =>
        FindAsync(Filter.Eq("_id", MongoDatabase.Key(articleId, version)), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PublishedArticle>> ListAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        if (Matching(query) is not { } filter) return [];
        if (query.Before is not null) filter &= Filter.Lt(a => a.Sequence, query.Before);
        return await MongoErrors.TranslateAsync(() =>
            _database.Articles.Find(filter).SortByDescending(a => a.Sequence).Limit(query.Limit).ToListAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<long?> FindPageBeforeAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        if (query.Before is null || Matching(query) is not { } filter) return null;
        filter &= Filter.Gte(a => a.Sequence, query.Before);
        return await MongoErrors.TranslateAsync(() =>
            _database.Articles.Find(filter).SortBy(a => a.Sequence).Skip(query.Limit).Limit(1).Project(a => a.Sequence)
                .FirstOrDefaultAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public Task<long> ReadLastSequenceAsync(CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        var last = await _database.Changes.WithReadConcern(ReadConcern.Majority)
            .Find(FilterDefinition<Change>.Empty).SortByDescending(c => c.Sequence).FirstOrDefaultAsync(cancellationToken);
        return last?.Sequence ?? 0;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Change>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<Change>>(async () =>
            // Majority: what a caller has seen is never rolled back by an election.
            await _database.Changes.WithReadConcern(ReadConcern.Majority)
                .Find(c => c.Sequence > after).SortBy(c => c.Sequence).Limit(limit).ToListAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublishedArticle>> FindVersionsAsync(
        IReadOnlyCollection<(string ArticleId, int Version)> keys, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<PublishedArticle>>(async () =>
            await _database.Articles.Find(Filter.In("_id", keys.Select(key => MongoDatabase.Key(key.ArticleId, key.Version))))
                .ToListAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublishedArticle>> ListClusterAsync(string clusterId, int limit, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<PublishedArticle>>(async () => await _database.Articles
            .Find(Filter.Eq(a => a.ClusterId, clusterId) & MongoIndexes.Current & Filter.Eq("isTombstone", false))
            .SortBy(a => a.FirstPublishedAt).ThenBy(a => a.Sequence).Limit(limit).ToListAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<long> FindSequenceAsync(DateTimeOffset since, CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        var changes = _database.Changes.WithReadConcern(ReadConcern.Majority);
        var first = await changes.Find(c => c.ChangedAt >= since).SortBy(c => c.ChangedAt).ThenBy(c => c.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        if (first is not null) return first.Sequence - 1;
        var last = await changes.Find(Builders<Change>.Filter.Empty).SortByDescending(c => c.Sequence).FirstOrDefaultAsync(cancellationToken);
        return last?.Sequence ?? 0;
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _groups.DisposeAsync();

    /// <summary>What a query asks for, wherever the page begins; null for a search without a term, which finds nothing.</summary>
    private static FilterDefinition<PublishedArticle>? Matching(ArticleQuery query)
    {
        var filter = MongoIndexes.Current;
        if (!query.IncludeTombstones) filter &= Filter.Eq("isTombstone", false);
        if (query.Source is not null) filter &= Filter.Eq(a => a.Source, query.Source);
        if (query.Language is not null) filter &= Filter.Eq(a => a.Language, query.Language);
        if (query.Topic is not null) filter &= Filter.AnyEq(a => a.Topics, ArticleTopics.Normalise(query.Topic));
        if (query.Search is null) return filter;
        var terms = SearchTerms.OfQuery(query.Search);
        return terms.Count == 0 ? null : filter & Filter.All(MongoFacets.Terms, terms);
    }

    private Task<PublishedArticle?> FindAsync(FilterDefinition<PublishedArticle> filter, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<PublishedArticle?>(async () =>
            await _database.Articles.Find(filter).FirstOrDefaultAsync(cancellationToken));

    private async Task PublishGroupAsync(IReadOnlyList<PublicationItem> group)
    {
        try
        {
            await PublishTogetherAsync(group);
        }
#pragma warning disable CA1031 // Told to the callers below.
        catch (Exception e) when (MongoErrors.IsUnavailable(e))
        {
            foreach (var item in group) item.Fail(MongoErrors.Unavailable(e));
        }
        catch (Exception e) when (group.Count == 1)
        {
            group[0].Fail(e);
        }
        catch (Exception)
#pragma warning restore CA1031
        {
            // One of them cannot be written (too large, say). Alone, it fails alone.
            foreach (var item in group) await PublishGroupAsync([item]);
        }
    }

    private async Task PublishTogetherAsync(IReadOnlyList<PublicationItem> group)
    {
        var outcomes = await MongoTransaction.RunAsync(
            _database.Client,
            session => new PublicationBatch(_database, session, _subscriptions).WriteAsync([.. group.Select(item => item.Publication)]),
            CancellationToken.None);
        for (var i = 0; i < group.Count; i++) group[i].Complete(outcomes[i]);
    }

    private sealed class PublicationItem(Publication publication) : GroupItem
    {
        public Publication Publication { get; } = publication;
    }
}
