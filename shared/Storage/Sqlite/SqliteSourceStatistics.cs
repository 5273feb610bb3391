using System.Text.Json;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>What came of sources, from SQLite. Each query walks an index; the articles themselves are read for the days only.</summary>
internal sealed class SqliteSourceStatistics(SqliteDatabase database) : ISourceStatistics
{
    private const long MillisecondsPerDay = 24 * 60 * 60 * 1000;

    // From name to name, not over every submission (https://www.sqlite.org/lang_with.html).
    private const string ListNames = """
        WITH RECURSIVE names (name) AS (
            SELECT min(source) FROM submissions WHERE is_latest = 1 AND source > $after
            UNION ALL
            SELECT (SELECT min(source) FROM submissions WHERE is_latest = 1 AND source > name) FROM names WHERE name IS NOT NULL
        )
        SELECT name FROM names WHERE name IS NOT NULL LIMIT $limit
        """;

    private const string CountArticles = """
        SELECT k.value, (SELECT count(*) FROM submissions WHERE is_latest = 1 AND source = k.value) AS articles
        FROM json_each($sources) k WHERE articles > 0
        """;

    // The place in the sequence where the time begins: articles have an index by that.
    private const string ReadDays = """
        SELECT published_at / $day, count(*), avg(pollution), max(pollution), sum(kept), sum(removed)
        FROM (
            SELECT published_at, article ->> '$.pollution' AS pollution, article ->> '$.wordCount' AS kept, article ->> '$.wordsRemoved' AS removed
            FROM articles
            WHERE is_current = 1 AND is_tombstone = 0 AND source = $source
                AND sequence >= (SELECT min(sequence) FROM changes WHERE changed_at >= $since)
            ORDER BY sequence DESC LIMIT $most
        )
        WHERE published_at >= $since
        GROUP BY 1 ORDER BY 1
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListNamesAsync(string? afterName, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(
            session => session.Query(ListNames, row => row.GetString(0), ("$after", afterName ?? ""), ("$limit", limit)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> CountArticlesAsync(IReadOnlyCollection<string> sources, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyDictionary<string, long>>(
            session => session
                .Query(CountArticles, row => (Source: row.GetString(0), Articles: row.GetInt64(1)), ("$sources", JsonSerializer.Serialize(sources)))
                .ToDictionary(count => count.Source, count => count.Articles),
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DayOfSource>> ReadDaysAsync(string source, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DayOfSource>>(
            session => session.Query(
                ReadDays,
                row => new DayOfSource(
                    DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(row.GetInt64(0))), row.GetInt64(1), row.GetDouble(2), row.GetDouble(3),
                    row.GetInt64(4), row.GetInt64(5)),
                ("$day", MillisecondsPerDay), ("$source", source), ("$since", ToMilliseconds(since)), ("$most", ISourceStatistics.MostArticles)),
            cancellationToken);
}
