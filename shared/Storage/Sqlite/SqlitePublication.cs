using Microsoft.Data.Sqlite;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>The one act of publishing, inside the writer's transaction.</summary>
internal static class SqlitePublication
{
    private const string CountVersion = "SELECT count(*) FROM articles WHERE article_id = $article_id AND version = $version";

    private const string FindCurrent =
        "SELECT version, is_tombstone, first_published_at FROM articles WHERE article_id = $article_id AND is_current = 1";

    private const string EndCurrent = "UPDATE articles SET is_current = 0 WHERE article_id = $article_id AND is_current = 1";

    private const string EmptyVersions = """
        UPDATE articles SET article = NULL, enrichment = NULL, language = NULL, is_tombstone = 1
        WHERE article_id = $article_id AND version < $version AND is_tombstone = 0
        """;

    // One process writes at a time and changes are never deleted, so this has no gaps.
    private const string NextSequence = "SELECT coalesce(max(sequence), 0) + 1 FROM changes";

    private const string InsertArticle = """
        INSERT INTO articles (article_id, version, source, language, received_at, published_at, first_published_at, is_current,
            is_tombstone, sequence, article, enrichment)
        VALUES ($article_id, $version, $source, $language, $received_at, $published_at, $first_published_at, $is_current,
            $is_tombstone, $sequence, $article, $enrichment)
        """;

    private const string InsertChange = """
        INSERT INTO changes (sequence, article_id, version, kind, source, changed_at)
        VALUES ($sequence, $article_id, $version, $kind, $source, $changed_at)
        """;

    private const string FinishSubmission = """
        UPDATE submissions SET state = $state, changed_at = $changed_at, due_at = NULL, failure = NULL, timeline = $timeline,
            summary = $summary, language = $language
        WHERE article_id = $article_id AND version = $version AND state IN ('Accepted', 'Failed')
        """;

    public static WriteOutcome Write(SqliteSession session, Publication publication)
    {
        if (session.QueryNumber(
            CountVersion, ("$article_id", publication.ArticleId), ("$version", publication.Version)) > 0)
            return WriteOutcome.Unchanged;

        var plan = PublicationPlan.Decide(
            publication, session.QueryFirst(FindCurrent, ReadCurrent, ("$article_id", publication.ArticleId)));
        if (plan.Change is { } change)
        {
            session.Execute(EndCurrent, ("$article_id", publication.ArticleId));
            if (change == ChangeKind.Withdrawal)
                session.Execute(EmptyVersions, ("$article_id", publication.ArticleId), ("$version", publication.Version));
            var sequence = session.QueryNumber(NextSequence);
            AddArticle(session, plan.Article with { Sequence = sequence });
            AddChange(session, publication, change, sequence);
        }
        else
        {
            AddArticle(session, plan.Article);
        }
        Finish(session, publication, plan);
        return plan.Outcome;
    }

    private static CurrentVersion ReadCurrent(SqliteDataReader row) => new(row.GetInt32(0), row.GetBoolean(1), row.GetTime(2));

    private static void AddArticle(SqliteSession session, PublishedArticle article) => session.Execute(InsertArticle,
        ("$article_id", article.ArticleId),
        ("$version", article.Version),
        ("$source", article.Source),
        ("$language", article.Enrichment?.Language),
        ("$received_at", ToMilliseconds(article.ReceivedAt)),
        ("$published_at", ToMilliseconds(article.PublishedAt)),
        ("$first_published_at", ToMilliseconds(article.FirstPublishedAt)),
        ("$is_current", article.IsCurrent),
        ("$is_tombstone", article.IsTombstone),
        ("$sequence", article.Sequence),
        ("$article", StoreJson.WriteOrNull(article.Article)),
        ("$enrichment", StoreJson.WriteOrNull(article.Enrichment)));

    private static void AddChange(SqliteSession session, Publication publication, ChangeKind kind, long sequence) =>
        session.Execute(InsertChange,
            ("$sequence", sequence),
            ("$article_id", publication.ArticleId),
            ("$version", publication.Version),
            ("$kind", kind.ToString()),
            ("$source", publication.Source),
            ("$changed_at", ToMilliseconds(publication.PublishedAt)));

    private static void Finish(SqliteSession session, Publication publication, PublicationPlan plan) =>
        session.Execute(FinishSubmission,
            ("$article_id", publication.ArticleId),
            ("$version", publication.Version),
            ("$state", plan.State.ToString()),
            ("$changed_at", ToMilliseconds(publication.PublishedAt)),
            ("$timeline", StoreJson.Write(publication.Timeline)),
            ("$summary", StoreJson.WriteOrNull(plan.Summary)),
            ("$language", plan.Summary?.Language));
}
