using System.Net;
using System.Text;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Pipeline.Tests.Push;

public sealed class PushTests(AllInOneServer server) : IClassFixture<AllInOneServer>
{
    private const string Text = "A harbour opens again\n\nThe harbour opened again on Monday after the storm had passed and the ferries left on time.";

    [Fact]
    public async Task A_push_is_accepted_with_id_version_and_status_URL_and_then_published()
    {
        using var answer = await server.PushAsync(new { source = "push", id = "1", text = Text, url = "https://news.example/1" });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await AllInOneServer.ReadAsync(answer);
        var id = body["id"]!.GetValue<string>();
        Assert.Equal(1, body["version"]!.GetValue<int>());
        Assert.Equal("accepted", body["state"]!.GetValue<string>());
        Assert.Equal($"{server.Http.BaseAddress}v1/articles/{id}", body["statusUrl"]!.GetValue<string>());
        Assert.Equal(body["statusUrl"]!.GetValue<string>(), answer.Headers.Location!.ToString());

        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(id, 1)).State);
        var article = await server.ReadArticleAsync(id);
        Assert.Equal("published", article["state"]!.GetValue<string>());
        Assert.Contains("ferries left on time", article.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_content_again_is_200_and_no_new_version()
    {
        var push = new { source = "push", id = "twice", text = Text };
        using var first = await server.PushAsync(push);
        using var second = await server.PushAsync(push);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var body = await AllInOneServer.ReadAsync(second);
        Assert.Equal(1, body["version"]!.GetValue<int>());
        Assert.True(body["duplicate"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_correction_is_the_next_version_and_takes_the_place_of_the_first()
    {
        var id = await server.PushTextAsync("push", "corrected", Text);
        await server.FinishedAsync(id, 1);
        await server.PushTextAsync("push", "corrected", Text.Replace("Monday", "Tuesday", StringComparison.Ordinal));
        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(id, 2)).State);
        var article = await server.ReadArticleAsync(id);
        Assert.Contains("on Tuesday after", article.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(2, article["versions"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_withdrawal_is_a_version_and_leaves_a_tombstone()
    {
        var id = await server.PushTextAsync("push", "withdrawn", Text);
        await server.FinishedAsync(id, 1);
        using var answer = await server.Http.DeleteAsync($"v1/articles/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(2, (await AllInOneServer.ReadAsync(answer))["version"]!.GetValue<int>());
        Assert.Equal(SubmissionState.Withdrawn, (await server.FinishedAsync(id, 2)).State);

        var article = await server.ReadArticleAsync(id);
        Assert.Equal("withdrawn", article["state"]!.GetValue<string>());
        Assert.DoesNotContain("ferries left on time", article.ToJsonString(), StringComparison.Ordinal);
        using var again = await server.Http.DeleteAsync($"v1/articles/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_withdrawn()
    {
        using var answer = await server.Http.DeleteAsync("v1/articles/00000000000000000000000000", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_page_itself_can_be_the_body_and_comes_back_as_received()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gbk = Encoding.GetEncoding("GB18030").GetBytes(
            "<html><head><title>港口重新开放</title></head><body><h1>港口重新开放</h1><p>暴风雨过后,港口在星期一重新开放,渡轮准时出发,市民们对此表示欢迎。</p></body></html>");
        using var answer = await server.PushBodyAsync("?source=push&id=gbk&publishedAt=2026-01-02", gbk, "text/html; charset=gbk");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();
        var finished = await server.FinishedAsync(id, 1);
        Assert.Equal("港口重新开放", finished.Summary!.Title);
        Assert.Equal("zh", finished.Summary.Language);
        Assert.Equal(gbk, await server.Http.GetByteArrayAsync($"v1/articles/{id}/raw", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_entry_of_a_pushed_feed_is_an_article()
    {
        var feed = "<rss version=\"2.0\"><channel><item><guid>1</guid><title>One of two</title><description>The first story of the day is short.</description></item>"
            + "<item><guid>2</guid><title>Two of two</title><description>The second story of the day is short as well.</description></item></channel></rss>";
        using var answer = await server.PushBodyAsync("?source=feed", Encoding.UTF8.GetBytes(feed), "application/rss+xml");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var items = (await AllInOneServer.ReadAsync(answer))["items"]!.AsArray();
        Assert.Equal(2, items.Count);
        var finished = await server.FinishedAsync(items[1]!["id"]!.GetValue<string>(), 1);
        Assert.Equal((SubmissionState.Published, "Two of two"), (finished.State, finished.Summary!.Title));
    }

    [Theory]
    [InlineData("""{"source":"x"}""", HttpStatusCode.UnprocessableEntity, "html")]
    [InlineData("""{"source":"x","text":"y","publishedAt":"soon"}""", HttpStatusCode.UnprocessableEntity, "publishedAt")]
    [InlineData("""{"source":"x","text":"y","titel":"z"}""", HttpStatusCode.BadRequest, "titel")]
    [InlineData("""{"source":"x","text":1}""", HttpStatusCode.BadRequest, "text")]
    [InlineData("""{"source":""", HttpStatusCode.BadRequest, "")]
    [InlineData("null", HttpStatusCode.BadRequest, "")]
    public async Task A_bad_push_gets_problem_details_that_name_the_field(string json, HttpStatusCode status, string field)
    {
        using var answer = await server.PushBodyAsync("", Encoding.UTF8.GetBytes(json), "application/json");
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await AllInOneServer.ReadAsync(answer);
        Assert.Contains(field, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        if (status == HttpStatusCode.UnprocessableEntity) Assert.NotNull(problem["errors"]![field]);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/pdf")]
    [InlineData("nonsense")]
    public async Task An_unknown_content_type_is_415_and_says_what_is_known(string contentType)
    {
        using var answer = await server.PushBodyAsync("?source=x", [1, 2, 3], contentType);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        var detail = (await AllInOneServer.ReadAsync(answer))["detail"]!.GetValue<string>();
        Assert.Contains($"'{contentType}'", detail, StringComparison.Ordinal);
        Assert.Contains("text/html", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_and_nothing_is_stored()
    {
        using var answer = await server.PushBodyAsync("?source=big&id=1", new byte[11 * 1024 * 1024], "text/html");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("10485760", (await AllInOneServer.ReadAsync(answer))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_push_and_read()
    {
        var document = await server.Http.GetStringAsync("openapi/v1.json", TestContext.Current.CancellationToken);
        Assert.Contains("\"/v1/articles\"", document, StringComparison.Ordinal);
        Assert.Contains("rawBase64", document, StringComparison.Ordinal);
        Assert.Contains("\"/v1/changes\"", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_answers_in_every_environment()
    {
        foreach (var path in new[] { "alive", "ready" })
        {
            using var answer = await server.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }
}
