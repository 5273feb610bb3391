using Ingestion.Storage;
using Ingestion.Store.Tests.Contract;
using MongoDB.Bson;
using MongoDB.Driver;
using static Ingestion.Store.Tests.Samples;

namespace Ingestion.Store.Tests.Mongo;

/// <summary>What is particular to MongoDB: the shape of documents, and items that it cannot take.</summary>
public sealed class MongoDocumentTests(MongoFixture fixture) : StoreContract(fixture), IClassFixture<MongoFixture>
{
    private readonly MongoFixture _fixture = fixture;

    [Fact]
    public async Task A_submission_is_one_document_with_its_bytes_dates_and_names()
    {
        await Store.Submissions.AcceptAsync(Submission("a", "text"), Token);

        var document = await _fixture.Database.GetCollection<BsonDocument>("submissions").Find(new BsonDocument()).SingleAsync(Token);

        Assert.Equal($"{Id("a")}/1", document["_id"].AsString);
        Assert.Equal("text"u8.ToArray(), document["raw"].AsByteArray);
        Assert.Equal(Now.UtcDateTime, document["receivedAt"].ToUniversalTime());
        Assert.Equal("Accepted", document["state"].AsString);
        Assert.Equal("2023-03-14T08:30:00+08:00", document["hints"]["publishedAt"].AsString);
    }

    [Theory]
    [InlineData("payloads")]
    [InlineData("idempotency")]
    public async Task What_passes_is_deleted_by_the_server(string collection)
    {
        var indexes = await (await _fixture.Database.GetCollection<BsonDocument>(collection).Indexes.ListAsync(Token))
            .ToListAsync(Token);

        var expiry = indexes.Single(index => index["name"] == "expiry");
        Assert.Equal(0, expiry["expireAfterSeconds"].ToInt32());
        Assert.Equal(new BsonDocument("expiresAt", 1), expiry["key"].AsBsonDocument);
    }

    [Fact]
    public async Task An_article_too_large_for_a_document_fails_alone()
    {
        var tooLarge = Publication("large") with { Article = Article(bodyText: new string('x', 17_000_000)) };

        var publishing = Enumerable.Range(0, 20).Select(i => Store.Articles.PublishAsync(Publication($"a{i}"), Token)).ToList();
        var failing = Store.Articles.PublishAsync(tooLarge, Token);
        publishing.AddRange(Enumerable.Range(20, 20).Select(i => Store.Articles.PublishAsync(Publication($"a{i}"), Token)));

        Assert.All(await Task.WhenAll(publishing), outcome => Assert.Equal(WriteOutcome.Written, outcome));
        var error = await Assert.ThrowsAnyAsync<Exception>(() => failing);
        Assert.IsNotType<StoreUnavailableException>(error);
        Assert.Null(await Store.Articles.FindCurrentAsync(Id("large"), Token));
        Assert.Equal(
            Enumerable.Range(1, 40).Select(i => (long)i),
            (await Store.Articles.ReadChangesAsync(0, 100, Token)).Select(c => c.Sequence));
    }

    [Fact]
    public async Task Articles_stored_before_there_were_facets_get_them()
    {
        await Store.Articles.PublishAsync(Publication("a", title: "Title one"), Token);
        await Store.Articles.PublishAsync(Publication("a", 2, "Title two"), Token);
        await Store.Articles.PublishAsync(Publication("b", title: "Title three"), Token);
        await Store.Articles.PublishAsync(WithdrawalOf("b", 2), Token);
        var articles = _fixture.Database.GetCollection<BsonDocument>("articles");
        await articles.UpdateManyAsync(
            new BsonDocument(), Builders<BsonDocument>.Update.Unset("language").Unset("topics").Unset("terms"), cancellationToken: Token);
        await _fixture.Database.GetCollection<BsonDocument>("counters").DeleteOneAsync(new BsonDocument("_id", "facets"), Token);

        await using var newer = await _fixture.OpenAsync();

        var found = Assert.Single(await newer.Articles.ListAsync(new ArticleQuery { Search = "title", Topic = "World", Language = "en" }, Token));
        Assert.Equal((Id("a"), 2), (found.ArticleId, found.Version));
        Assert.Equal(["world", "one", "two"], (await newer.Articles.FindVersionAsync(Id("a"), 1, Token))!.Topics);
        Assert.False((await articles.Find(new BsonDocument("_id", $"{Id("a")}/1")).SingleAsync(Token)).Contains("terms"));
    }
}
