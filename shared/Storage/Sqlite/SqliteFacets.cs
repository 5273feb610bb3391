using Ingestion.Contracts;

namespace Ingestion.Storage.Sqlite;

/// <summary>The topics and search terms of the current versions, inside the writer's transaction.</summary>
internal static class SqliteFacets
{
    private const int RowsAtOnce = 100;

    private const string RemoveTopics = $"DELETE FROM article_topics WHERE sequence = ({Current})";

    private const string RemoveTerms = $"DELETE FROM article_terms WHERE sequence = ({Current})";

    private const string AddTopics = "INSERT INTO article_topics (topic, sequence) SELECT value, $sequence FROM json_each($values)";

    private const string AddTerms = "INSERT INTO article_terms (term, sequence) SELECT value, $sequence FROM json_each($values)";

    private const string UpdateTopics = "UPDATE articles SET topics = $topics WHERE id = $id";

    private const string ReadRows = """
        SELECT id, CASE WHEN is_current = 1 THEN sequence END, article, enrichment FROM articles
        WHERE id > $id AND is_tombstone = 0 ORDER BY id LIMIT $limit
        """;

    private const string Current = "SELECT sequence FROM articles WHERE article_id = $article_id AND is_current = 1";

    /// <summary>Takes those of the version that is about to be replaced out; nothing if there is none.</summary>
    public static void Remove(SqliteSession session, string articleId)
    {
        session.Execute(RemoveTopics, ("$article_id", articleId));
        session.Execute(RemoveTerms, ("$article_id", articleId));
    }

    /// <summary>Puts those of the new current version in; a tombstone has topics only.</summary>
    public static void Add(SqliteSession session, PublishedArticle article)
    {
        AddAll(session, AddTopics, article.Sequence!.Value, article.Topics);
        if (article.Article is { } content) AddAll(session, AddTerms, article.Sequence.Value, SearchTerms.Of(content, article.Enrichment));
    }

    /// <summary>Puts in those of the versions that were stored before there were any.</summary>
    public static void Fill(SqliteSession session)
    {
        var last = 0L;
        while (ReadRowsAfter(session, last) is { Count: > 0 } rows)
        {
            foreach (var (id, sequence, article, enrichment) in rows)
            {
                var topics = ArticleTopics.Of(article);
                session.Execute(UpdateTopics, ("$topics", StoreJson.Write(topics)), ("$id", id));
                if (sequence is not { } place) continue;
                AddAll(session, AddTopics, place, topics);
                AddAll(session, AddTerms, place, SearchTerms.Of(article, enrichment));
            }
            last = rows[^1].Id;
        }
    }

    private static List<(long Id, long? Sequence, CleanedArticle Article, Enrichment? Enrichment)> ReadRowsAfter(SqliteSession session, long id) =>
        session.Query(
            ReadRows,
            row => (
                row.GetInt64(0), row.IsDBNull(1) ? null : (long?)row.GetInt64(1), StoreJson.Read<CleanedArticle>(row.GetString(2)),
                StoreJson.ReadOrNull<Enrichment>(row.GetStringOrNull(3))),
            ("$id", id), ("$limit", RowsAtOnce));

    private static void AddAll(SqliteSession session, string sql, long sequence, IReadOnlyList<string> values)
    {
        if (values.Count > 0) session.Execute(sql, ("$sequence", sequence), ("$values", StoreJson.Write(values)));
    }
}
