using Ingestion.Storage.Deliveries;
using Microsoft.Data.Sqlite;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>The one act of publishing, inside the writer's transaction.</summary>
internal sealed class SqlitePublication(SqliteSession session, SqliteSubscriptionList subscriptions)
{
    private const string CountVersion = "SELECT count(*) FROM articles WHERE article_id = $article_id AND version = $version";

    private const string FindCurrent =
        "SELECT version, is_tombstone, first_published_at, text_hash, cluster_id, language, topics FROM articles "
        + "WHERE article_id = $article_id AND is_current = 1";

    private const string EndCurrent = "UPDATE articles SET is_current = 0 WHERE article_id = $article_id AND is_current = 1";

    private const string EmptyVersions = """
        UPDATE articles SET article = NULL, enrichment = NULL, is_tombstone = 1
        WHERE article_id = $article_id AND version < $version AND is_tombstone = 0
        """;

    // One process writes at a time and changes are never deleted, so this has no gaps.
    private const string NextSequence = "SELECT coalesce(max(sequence), 0) + 1 FROM changes";

    private const string InsertArticle = """
        INSERT INTO articles (article_id, version, source, language, received_at, published_at, first_published_at, is_current,
            is_tombstone, sequence, topics, article, enrichment, text_hash, cluster_id)
        VALUES ($article_id, $version, $source, $language, $received_at, $published_at, $first_published_at, $is_current,
            $is_tombstone, $sequence, $topics, $article, $enrichment, $text_hash, $cluster_id)
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

    public WriteOutcome Write(Publication publication)
    {
        if (session.QueryNumber(
            CountVersion, ("$article_id", publication.ArticleId), ("$version", publication.Version)) > 0)
            return WriteOutcome.Unchanged;

        var plan = PublicationPlan.Decide(
            publication, session.QueryFirst(FindCurrent, ReadCurrent, ("$article_id", publication.ArticleId)));
        if (plan.Change is { } change)
        {
            SqliteFacets.Remove(session, publication.ArticleId);
            session.Execute(EndCurrent, ("$article_id", publication.ArticleId));
            if (change == ChangeKind.Withdrawal)
                session.Execute(EmptyVersions, ("$article_id", publication.ArticleId), ("$version", publication.Version));
            var published = SqliteClusters.Assign(session, plan.Article) with { Sequence = session.QueryNumber(NextSequence) };
            AddArticle(published);
            SqliteFacets.Add(session, published);
            SqliteClusters.Replace(session, published);
            AddChange(published, change);
            AddDeliveries(published, change, publication.TraceParent);
        }
        else
        {
            AddArticle(plan.Article);
        }
        Finish(publication, plan);
        return plan.Outcome;
    }

    private static CurrentVersion ReadCurrent(SqliteDataReader row) => new(
        row.GetInt32(0), row.GetBoolean(1), row.GetTime(2), row.GetStringOrNull(3), row.GetStringOrNull(4), row.GetStringOrNull(5),
        StoreJson.Read<List<string>>(row.GetString(6)));

    private void AddArticle(PublishedArticle article) => session.Execute(InsertArticle,
        ("$article_id", article.ArticleId),
        ("$version", article.Version),
        ("$source", article.Source),
        ("$language", article.Language),
        ("$received_at", ToMilliseconds(article.ReceivedAt)),
        ("$published_at", ToMilliseconds(article.PublishedAt)),
        ("$first_published_at", ToMilliseconds(article.FirstPublishedAt)),
        ("$is_current", article.IsCurrent),
        ("$is_tombstone", article.IsTombstone),
        ("$sequence", article.Sequence),
        ("$topics", StoreJson.Write(article.Topics)),
        ("$article", StoreJson.WriteOrNull(article.Article)),
        ("$enrichment", StoreJson.WriteOrNull(article.Enrichment)),
        ("$text_hash", TextHash.Of(article.Article)),
        ("$cluster_id", article.ClusterId));

    private void AddChange(PublishedArticle published, ChangeKind kind) => session.Execute(InsertChange,
        ("$sequence", published.Sequence),
        ("$article_id", published.ArticleId),
        ("$version", published.Version),
        ("$kind", kind.ToString()),
        ("$source", published.Source),
        ("$changed_at", ToMilliseconds(published.PublishedAt)));

    private void AddDeliveries(PublishedArticle published, ChangeKind change, string? traceParent)
    {
        var all = subscriptions.Read(session);
        if (all.Count == 0) return;
        // First who was sent it, since what is skipped now may be on the wire.
        var sent = SqliteDeliveryRows.SentTo(session, published.ArticleId);
        if (change == ChangeKind.Withdrawal) SqliteDeliveryRows.SkipPending(session, published.ArticleId);
        foreach (var delivery in FanOut.Of(published, change, all, traceParent, sent.Contains))
            SqliteDeliveryRows.Insert(session, delivery);
    }

    private void Finish(Publication publication, PublicationPlan plan) => session.Execute(FinishSubmission,
        ("$article_id", publication.ArticleId),
        ("$version", publication.Version),
        ("$state", plan.State.ToString()),
        ("$changed_at", ToMilliseconds(publication.PublishedAt)),
        ("$timeline", StoreJson.Write(publication.Timeline)),
        ("$summary", StoreJson.WriteOrNull(plan.Summary)),
        ("$language", plan.Summary?.Language));
}
