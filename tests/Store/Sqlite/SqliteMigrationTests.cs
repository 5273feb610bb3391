using Ingestion.Storage;
using Ingestion.Storage.Sqlite;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Sqlite;

/// <summary>What an older program stored is found like what this one stores.</summary>
public sealed class SqliteMigrationTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Articles_stored_before_there_were_facets_get_them()
    {
        await using (var older = await fixture.OpenAsync())
        {
            for (var i = 0; i < 150; i++) await older.Articles.PublishAsync(Publication($"a{i}", title: $"Title number{i}"), Token);
            await older.Articles.PublishAsync(Publication("a1", 2, "Corrected"), Token);
            await older.Articles.PublishAsync(WithdrawalOf("a2", 2), Token);
        }

        await using var newer = await fixture.OpenAsync();
        await newer.Get<SqliteDatabase>().WriteAsync(
            session =>
            {
                session.Run("DELETE FROM article_terms; DELETE FROM article_topics; UPDATE articles SET topics = '[]';");
                // What the migration runs after its statements.
                SqliteFacets.Fill(session);
                return true;
            },
            Token);

        Assert.Equal(149, (await newer.Articles.ListAsync(new ArticleQuery { Topic = "world", Limit = 1000 }, Token)).Count);
        var found = Assert.Single(await newer.Articles.ListAsync(new ArticleQuery { Search = "number149" }, Token));
        Assert.Equal(["world", "one", "two"], found.Topics);
        Assert.Empty(await newer.Articles.ListAsync(new ArticleQuery { Search = "number1" }, Token));
        Assert.Equal(2, Assert.Single(await newer.Articles.ListAsync(new ArticleQuery { Search = "corrected" }, Token)).Version);
        Assert.Equal(["world", "one", "two"], (await newer.Articles.FindVersionAsync(Id("a1"), 1, Token))!.Topics);
    }
}
