using Ingestion.Storage;
using Ingestion.Storage.Sqlite;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Sqlite;

/// <summary>Lists are read along an index, in its order: a page costs the same however many rows there are.</summary>
public sealed class SqliteIndexTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private static readonly string Cursor = new ListCursor(Now, Id("a")).ToString();

    public static TheoryData<string, SubmissionQuery> Lists => new()
    {
        { "submissions_latest", new SubmissionQuery() },
        { "submissions_latest", new SubmissionQuery { Cursor = Cursor } },
        { "submissions_latest_by_source", new SubmissionQuery { Source = "a" } },
        { "submissions_latest_by_source", new SubmissionQuery { Source = "a", Cursor = Cursor } },
        { "submissions_latest_by_language", new SubmissionQuery { Language = "en" } },
        { "submissions_by_state", new SubmissionQuery { State = SubmissionState.Failed, Cursor = Cursor } },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_is_read_along_its_index(string index, SubmissionQuery query)
    {
        await using var process = await fixture.OpenAsync();
        var list = SqliteSubmissionList.Of(query);

        var plan = string.Join('\n', await process.Get<SqliteDatabase>().ReadAsync(
            session => session.Query($"EXPLAIN QUERY PLAN {list.Sql}", row => row.GetString(3), list.Parameters),
            TestContext.Current.CancellationToken));

        Assert.Contains($"USING INDEX {index}", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    public static TheoryData<string, ArticleQuery> ArticleLists => new()
    {
        { "articles_listed", new ArticleQuery() },
        { "articles_listed", new ArticleQuery { Before = 9, IncludeTombstones = true } },
        { "articles_listed_by_source", new ArticleQuery { Source = "a", Before = 9 } },
        { "articles_listed_by_language", new ArticleQuery { Language = "en" } },
        { "PRIMARY KEY (topic=", new ArticleQuery { Topic = "a", Language = "en", Before = 9 } },
        { "PRIMARY KEY (term=", new ArticleQuery { Search = "a b", Topic = "a", Before = 9, IncludeTombstones = true } },
    };

    [Theory]
    [MemberData(nameof(ArticleLists))]
    public async Task A_list_of_articles_is_read_along_its_index(string index, ArticleQuery query)
    {
        await using var process = await fixture.OpenAsync();
        foreach (var list in new[] { SqliteArticleList.Of(query, "a.article_id")!, SqliteArticleList.OfPageBefore(query)! })
        {
            var plan = await process.Get<SqliteDatabase>().ReadAsync(
                session => session.Query($"EXPLAIN QUERY PLAN {list.Sql}", row => row.GetString(3), list.Parameters),
                TestContext.Current.CancellationToken);

            Assert.Contains(index, plan[0], StringComparison.Ordinal);
            Assert.DoesNotContain("SCAN", string.Join(' ', plan.Skip(1)), StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", string.Join(' ', plan), StringComparison.Ordinal);
        }
    }
}
