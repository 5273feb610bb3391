using System.Text;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>The statement of a list: only the conditions that are asked for, so that each combination gets its index.</summary>
internal sealed record SqliteSubmissionList(string Sql, (string Name, object? Value)[] Parameters)
{
    public static SqliteSubmissionList Of(SubmissionQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, SubmissionQuery.MaxLimit);

        var sql = new StringBuilder($"SELECT {SqliteSubmissionRow.Columns} FROM submissions WHERE is_latest = 1");
        var parameters = new List<(string, object?)>();
        if (query.Source is not null) Where("source = $source", ("$source", query.Source));
        if (query.Language is not null) Where("language = $language", ("$language", query.Language));
        if (query.State is { } state) Where("state = $state", ("$state", state.ToString()));
        if (query.ChangedSince is { } since) Where("changed_at >= $since", ("$since", ToMilliseconds(since)));
        if (query.ReceivedSince is { } received) Where("received_at >= $received_since", ("$received_since", ToMilliseconds(received)));
        if (query.Cursor is not null)
        {
            var cursor = ListCursor.Parse(query.Cursor);
            Where("(received_at, article_id) < ($received_at, $article_id)", ("$received_at", ToMilliseconds(cursor.ReceivedAt)));
            parameters.Add(("$article_id", cursor.ArticleId));
        }
        sql.Append(" ORDER BY received_at DESC, article_id DESC LIMIT $limit");
        // One more than the page holds tells whether there is another page.
        parameters.Add(("$limit", query.Limit + 1));
        return new SqliteSubmissionList(sql.ToString(), [.. parameters]);

        void Where(string condition, (string, object?) parameter)
        {
            sql.Append(" AND ").Append(condition);
            parameters.Add(parameter);
        }
    }
}
