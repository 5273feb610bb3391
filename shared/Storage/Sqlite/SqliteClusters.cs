using Ingestion.Storage.Clusters;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>Clusters of near-duplicates, inside the transaction that publishes.</summary>
internal static class SqliteClusters
{
    private const string FindCandidates = """
        SELECT m.article_id, m.cluster_id, m.fingerprint, m.seen_at FROM cluster_members m
        WHERE m.seen_at >= $since AND m.article_id IN (SELECT article_id FROM cluster_bands WHERE band IN (SELECT value FROM json_each($bands)))
        ORDER BY m.seen_at DESC LIMIT $limit
        """;

    private const string InsertMember = """
        INSERT INTO cluster_members (article_id, cluster_id, fingerprint, seen_at) VALUES ($article_id, $cluster_id, $fingerprint, $seen_at)
        """;

    private const string InsertBands =
        "INSERT OR IGNORE INTO cluster_bands (band, article_id) SELECT value, $article_id FROM json_each($bands)";

    private const string RemoveMember = "DELETE FROM cluster_members WHERE article_id = $article_id";

    private const string RemoveOld = "DELETE FROM cluster_members WHERE seen_at < $since";

    /// <summary>The version with its cluster.</summary>
    public static PublishedArticle Assign(SqliteSession session, PublishedArticle article)
    {
        if (article.IsTombstone) return article;
        var bands = ClusterChoice.BandsToLookFor(article.ClusterId, article.Enrichment);
        List<ClusterMember> candidates = bands.Count == 0 ? [] : session.Query(
            FindCandidates,
            row => new ClusterMember(row.GetString(0), row.GetString(1), row.GetString(2), [], row.GetTime(3)),
            ("$since", ToMilliseconds(article.PublishedAt - ClusterChoice.Window)), ("$bands", StoreJson.Write(bands)),
            ("$limit", ClusterChoice.MostCandidates));
        return article with { ClusterId = ClusterChoice.Of(article, candidates) };
    }

    /// <summary>Puts a version in the place of the one before it. A tombstone is found no more; what is too old goes.</summary>
    public static void Replace(SqliteSession session, PublishedArticle article)
    {
        session.Execute(RemoveMember, ("$article_id", article.ArticleId));
        session.Execute(RemoveOld, ("$since", ToMilliseconds(article.PublishedAt - ClusterChoice.Window)));
        if (ClusterChoice.MemberOf(article) is not { } member) return;
        session.Execute(InsertMember,
            ("$article_id", member.ArticleId), ("$cluster_id", member.ClusterId), ("$fingerprint", member.Fingerprint),
            ("$seen_at", ToMilliseconds(member.SeenAt)));
        session.Execute(InsertBands, ("$article_id", member.ArticleId), ("$bands", StoreJson.Write(member.Bands)));
    }
}
