using System.Text.Json;
using Ingestion.Contracts;
using Microsoft.Data.Sqlite;

namespace Ingestion.Storage.Sqlite;

/// <summary>Published articles and the change sequence in SQLite.</summary>
internal sealed class SqliteArticleStore(SqliteDatabase database) : IArticleStore
{
    private const string Columns = """
        a.article_id, a.version, a.source, a.received_at, a.published_at, a.first_published_at, a.is_current, a.sequence,
        a.article, a.enrichment, a.cluster_id, a.language, a.topics
        """;

    private const string FindCurrent = $"SELECT {Columns} FROM articles a WHERE article_id = $article_id AND is_current = 1";

    private const string FindVersion = $"SELECT {Columns} FROM articles a WHERE article_id = $article_id AND version = $version";

    private const string FindVersions = $"""
        SELECT {Columns} FROM json_each($keys) k
        JOIN articles a ON a.article_id = k.value ->> 0 AND a.version = k.value ->> 1
        """;

    private const string ReadChanges = """
        SELECT sequence, article_id, version, kind, source, changed_at FROM changes
        WHERE sequence > $after ORDER BY sequence LIMIT $limit
        """;

    private const string FindSequence =
        "SELECT coalesce((SELECT min(sequence) - 1 FROM changes WHERE changed_at >= $since), (SELECT max(sequence) FROM changes), 0)";

    private const string ListCluster = $"""
        SELECT {Columns} FROM articles a WHERE cluster_id = $cluster_id AND is_current = 1 AND is_tombstone = 0
        ORDER BY first_published_at, sequence LIMIT $limit
        """;

    private readonly SqliteSubscriptionList _subscriptions = new();

    /// <inheritdoc/>
    public Task<WriteOutcome> PublishAsync(Publication publication, CancellationToken cancellationToken) =>
        database.WriteAsync(session => new SqlitePublication(session, _subscriptions).Write(publication), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublishedArticle>> ListClusterAsync(string clusterId, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PublishedArticle>>(
            session => session.Query(ListCluster, Read, ("$cluster_id", clusterId), ("$limit", limit)), cancellationToken);

    /// <inheritdoc/>
    public Task<long> FindSequenceAsync(DateTimeOffset since, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryNumber(FindSequence, ("$since", SqliteColumns.ToMilliseconds(since))), cancellationToken);

    /// <inheritdoc/>
    public Task<PublishedArticle?> FindCurrentAsync(string articleId, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(FindCurrent, Read, ("$article_id", articleId)), cancellationToken);

    /// <inheritdoc/>
    public Task<PublishedArticle?> FindVersionAsync(string articleId, int version, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(
            FindVersion, Read, ("$article_id", articleId), ("$version", version)), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PublishedArticle>> ListAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        var list = SqliteArticleList.Of(query, Columns);
        if (list is null) return [];
        return await database.ReadAsync(session => session.Query(list.Sql, Read, list.Parameters), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<long?> FindPageBeforeAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        var list = query.Before is null ? null : SqliteArticleList.OfPageBefore(query);
        if (list is null) return null;
        var places = await database.ReadAsync(session => session.Query(list.Sql, row => row.GetInt64(0), list.Parameters), cancellationToken);
        return places.Count == 0 ? null : places[0];
    }

    /// <inheritdoc/>
    public Task<long> ReadLastSequenceAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryNumber("SELECT coalesce(max(sequence), 0) FROM changes"), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Change>> ReadChangesAsync(long after, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Change>>(session => session.Query(
            ReadChanges,
            row => new Change(
                row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetEnum<ChangeKind>(3), row.GetString(4), row.GetTime(5)),
            ("$after", after), ("$limit", limit)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublishedArticle>> FindVersionsAsync(
        IReadOnlyCollection<(string ArticleId, int Version)> keys, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(keys.Select(key => new object[] { key.ArticleId, key.Version }));
        return database.ReadAsync<IReadOnlyList<PublishedArticle>>(
            session => session.Query(FindVersions, Read, ("$keys", json)), cancellationToken);
    }

    private static PublishedArticle Read(SqliteDataReader row) => new()
    {
        ArticleId = row.GetString(0),
        Version = row.GetInt32(1),
        Source = row.GetString(2),
        ReceivedAt = row.GetTime(3),
        PublishedAt = row.GetTime(4),
        FirstPublishedAt = row.GetTime(5),
        IsCurrent = row.GetBoolean(6),
        Sequence = row.IsDBNull(7) ? null : row.GetInt64(7),
        Article = StoreJson.ReadOrNull<CleanedArticle>(row.GetStringOrNull(8)),
        Enrichment = StoreJson.ReadOrNull<Enrichment>(row.GetStringOrNull(9)),
        ClusterId = row.GetStringOrNull(10),
        Language = row.GetStringOrNull(11),
        Topics = StoreJson.Read<List<string>>(row.GetString(12)),
    };
}
