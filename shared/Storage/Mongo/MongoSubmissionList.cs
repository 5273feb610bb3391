using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>The filter of a list.</summary>
internal static class MongoSubmissionList
{
    private static readonly FilterDefinitionBuilder<Submission> Filter = Builders<Submission>.Filter;

    public static FilterDefinition<Submission> FilterOf(SubmissionQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Limit, SubmissionQuery.MaxLimit);

        var filter = Filter.Eq(s => s.IsLatest, true);
        if (query.Source is { } source) filter &= Filter.Eq(s => s.Source, source);
        if (query.Language is { } language) filter &= Filter.Eq("summary.language", language);
        if (query.State is { } state) filter &= Filter.Eq(s => s.State, state);
        if (query.ChangedSince is { } since) filter &= Filter.Gte(s => s.ChangedAt, since);
        if (query.ReceivedSince is { } received) filter &= Filter.Gte(s => s.ReceivedAt, received);
        if (query.Cursor is not null)
        {
            var cursor = ListCursor.Parse(query.Cursor);
            filter &= Filter.Lt(s => s.ReceivedAt, cursor.ReceivedAt)
                | (Filter.Eq(s => s.ReceivedAt, cursor.ReceivedAt) & Filter.Lt(s => s.ArticleId, cursor.ArticleId));
        }
        return filter;
    }
}
