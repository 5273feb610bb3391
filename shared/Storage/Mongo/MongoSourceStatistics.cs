using System.Globalization;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>What came of sources, from MongoDB.</summary>
internal sealed class MongoSourceStatistics(MongoDatabase database) : ISourceStatistics
{
    private static readonly FilterDefinition<Submission> Latest = Builders<Submission>.Filter.Eq(s => s.IsLatest, true);

    // The sums come as 32 bits where they fit; 64 are asked for, so that they are read alike.
    private static readonly BsonDocument ByDay = BsonDocument.Parse("""
        {
          "_id": { "$dateToString": { "date": "$publishedAt", "format": "%Y-%m-%d" } },
          "articles": { "$sum": { "$toLong": 1 } },
          "mean": { "$avg": "$article.pollution" },
          "max": { "$max": "$article.pollution" },
          "kept": { "$sum": { "$toLong": "$article.wordCount" } },
          "removed": { "$sum": { "$toLong": "$article.wordsRemoved" } }
        }
        """);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListNamesAsync(string? afterName, int limit, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<string>>(async () =>
        {
            // From name to name along the index, not over every submission.
            var names = new List<string>();
            while (names.Count < limit)
            {
                var after = names.Count > 0 ? names[^1] : afterName ?? "";
                var next = await database.Submissions.Find(Latest & Builders<Submission>.Filter.Gt(s => s.Source, after))
                    .SortBy(s => s.IsLatest).ThenBy(s => s.Source).Limit(1).Project(s => s.Source).FirstOrDefaultAsync(cancellationToken);
                if (next is null) break;
                names.Add(next);
            }
            return names;
        });

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> CountArticlesAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyDictionary<string, long>>(async () =>
        {
            var counts = await database.Submissions.Aggregate()
                .Match(Latest & Builders<Submission>.Filter.In(s => s.Source, sources))
                .Group(s => s.Source, group => new { Source = group.Key, Articles = group.LongCount() })
                .ToListAsync(cancellationToken);
            return counts.ToDictionary(count => count.Source, count => count.Articles);
        });

    /// <inheritdoc/>
    public Task<IReadOnlyList<DayOfSource>> ReadDaysAsync(string source, DateTimeOffset since, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<DayOfSource>>(async () =>
        {
            // The place in the sequence where the time begins: articles have an index by that.
            var first = await database.Changes.Find(c => c.ChangedAt >= since).SortBy(c => c.Sequence).FirstOrDefaultAsync(cancellationToken);
            if (first is null) return [];
            var filter = Builders<PublishedArticle>.Filter;
            var days = await database.Articles.Aggregate()
                .Match(MongoIndexes.Current & filter.Eq("isTombstone", false) & filter.Eq(a => a.Source, source) & filter.Gte(a => a.Sequence, first.Sequence))
                .SortByDescending(a => a.Sequence)
                .Limit(ISourceStatistics.MostArticles)
                .Match(filter.Gte(a => a.PublishedAt, since))
                .Group<BsonDocument>(ByDay)
                .Sort(new BsonDocument("_id", 1))
                .ToListAsync(cancellationToken);
            return days.ConvertAll(day => new DayOfSource(
                DateOnly.ParseExact(day["_id"].AsString, "yyyy-MM-dd", CultureInfo.InvariantCulture), day["articles"].ToInt64(), day["mean"].ToDouble(), day["max"].ToDouble(),
                day["kept"].ToInt64(), day["removed"].ToInt64()));
        });
}
