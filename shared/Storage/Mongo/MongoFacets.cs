using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Language, topics and search terms of articles that were stored before there were any.</summary>
internal static class MongoFacets
{
    /// <summary>Where the search terms of a current version are: in the document, not in the record.</summary>
    public const string Terms = "terms";

    private const int NamespaceNotFound = 26;
    private const int IndexNotFound = 27;

    private static readonly string[] FormerIndexes = ["recent", "recent_by_source", "recent_by_language"];

    /// <summary>Puts them in, once; processes that do so at the same time write the same.</summary>
    public static async Task FillAsync(MongoDatabase database, CancellationToken cancellationToken)
    {
        var done = await database.Counters.Find(counter => counter.Id == ChangeCounter.Facets).AnyAsync(cancellationToken);
        if (done) return;
        foreach (var index in FormerIndexes) await DropAsync(database, index, cancellationToken);
        var before = Builders<PublishedArticle>.Filter;
        using var articles = await database.Articles
            .Find(before.Exists("article") & before.Exists(a => a.Topics, exists: false)).ToCursorAsync(cancellationToken);
        while (await articles.MoveNextAsync(cancellationToken))
        {
            foreach (var article in articles.Current) await FillAsync(database, article, cancellationToken);
        }
        await database.Counters.ReplaceOneAsync(
            counter => counter.Id == ChangeCounter.Facets, new ChangeCounter(ChangeCounter.Facets, 1), new ReplaceOptions { IsUpsert = true },
            cancellationToken);
    }

    private static async Task FillAsync(MongoDatabase database, PublishedArticle article, CancellationToken cancellationToken)
    {
        if (article.Article is not { } content) return;
        var change = Builders<PublishedArticle>.Update
            .Set(a => a.Language, article.Enrichment?.Language).Set(a => a.Topics, ArticleTopics.Of(content));
        if (article.IsCurrent) change = change.Set(Terms, SearchTerms.Of(content, article.Enrichment));
        // Not if it was replaced or withdrawn meanwhile: what is current now has been written with all of them.
        await database.Articles.UpdateOneAsync(
            a => a.ArticleId == article.ArticleId && a.Version == article.Version && a.IsCurrent == article.IsCurrent && a.Article != null,
            change, cancellationToken: cancellationToken);
    }

    private static async Task DropAsync(MongoDatabase database, string index, CancellationToken cancellationToken)
    {
        try
        {
            await database.Articles.Indexes.DropOneAsync(index, cancellationToken);
        }
        catch (MongoCommandException e) when (e.Code is IndexNotFound or NamespaceNotFound)
        {
        }
    }
}
