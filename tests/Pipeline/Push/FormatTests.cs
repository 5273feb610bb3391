using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Ingestion.Contracts;
using Ingestion.Storage;
using Xunit;

namespace Ingestion.Pipeline.Tests.Push;

/// <summary>The formats and encodings that the door takes, over HTTP and through the whole pipeline.</summary>
public sealed class FormatTests(FormatTests.ImpatientServer server) : IClassFixture<FormatTests.ImpatientServer>
{
    private const string Story = "The harbour opened again on Monday after the storm had passed and the ferries left on time, as the council had promised.";

    public sealed class ImpatientServer : AllInOneServer
    {
        protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
        {
            ["Ingest:BodyTimeout"] = "00:00:01",
            ["Ingest:MaxBatchLines"] = "50",
            ["Ingest:MaxBodyBytes"] = "1000000",
        };
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_news_item_is_published_with_its_fields_and_withdrawn_when_it_is_canceled()
    {
        var ninjs = $$"""{"uri":"urn:news:1","language":"en","headlines":[{"value":"Harbour opens"}],"by":"Ann Author","bodies":[{"contentType":"text/html","value":"<p>{{Story}}</p>"}]}""";
        using var answer = await server.PushBodyAsync("?source=agency", Encoding.UTF8.GetBytes(ninjs), "application/ninjs+json");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();
        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(id, 1)).State);
        var article = (await server.ReadArticleAsync(id)).ToJsonString();
        Assert.Contains("ferries left on time", article, StringComparison.Ordinal);
        Assert.Contains("Ann Author", article, StringComparison.Ordinal);

        using var canceled = await server.PushBodyAsync("?source=agency", """{"uri":"urn:news:1","pubStatus":"canceled"}"""u8.ToArray(), "application/ninjs+json");
        Assert.Equal(HttpStatusCode.Accepted, canceled.StatusCode);
        Assert.Equal(SubmissionState.Withdrawn, (await server.FinishedAsync(id, 2)).State);

        using var never = await server.PushBodyAsync("?source=agency", """{"uri":"urn:news:2","pubStatus":"canceled"}"""u8.ToArray(), "application/ninjs+json");
        Assert.Equal(HttpStatusCode.NotFound, never.StatusCode);
    }

    [Fact]
    public async Task An_event_in_headers_is_a_push()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/articles") { Content = new StringContent($"<p>{Story}</p>", Encoding.UTF8, "text/html") };
        foreach (var (name, value) in new[] { ("specversion", "1.0"), ("id", "e1"), ("source", "events"), ("type", "t"), ("subject", "s1") }) request.Headers.Add($"ce-{name}", value);
        using var answer = await server.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();
        Assert.Equal(("events", "s1"), ((await server.FinishedAsync(id, 1)).Source, (await server.FinishedAsync(id, 1)).SourceArticleId));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_body_is_taken_and_kept_as_it_was_before(string encoding)
    {
        var page = Encoding.UTF8.GetBytes($"<p>{Story} {encoding}</p>");
        using var answer = await PushCompressedAsync($"?source=zip&id={encoding}", page, encoding, "text/html");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = (await AllInOneServer.ReadAsync(answer))["id"]!.GetValue<string>();
        await server.FinishedAsync(id, 1);
        Assert.Equal(page, await server.Http.GetByteArrayAsync($"v1/articles/{id}/raw", Cancellation));
    }

    [Fact]
    public async Task A_bomb_ends_at_the_limit_and_nonsense_is_said()
    {
        using var bomb = await PushCompressedAsync("?source=zip&id=bomb", new byte[50_000_000], "gzip", "text/html");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, bomb.StatusCode);
        using var broken = await SendAsync("?source=zip", "no gzip"u8.ToArray(), "gzip", "text/html");
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        using var unknown = await SendAsync("?source=zip", "x"u8.ToArray(), "zstd", "text/html");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, unknown.StatusCode);
        Assert.Contains("'zstd'", (await AllInOneServer.ReadAsync(unknown))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("gzip", unknown.Headers.GetValues("Accept-Encoding").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_408()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Http.BaseAddress!.Port, Cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /v1/articles?source=slow HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n<p>"u8.ToArray(), Cancellation);
        var answer = new byte[512];
        var read = await stream.ReadAsync(answer, Cancellation);
        Assert.StartsWith("HTTP/1.1 408", Encoding.ASCII.GetString(answer, 0, read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/nitf+xml", "<nitf>\n<body>", HttpStatusCode.BadRequest, "ine 2")]
    [InlineData("application/nitf+xml", "<nitf/>", HttpStatusCode.UnprocessableEntity, "nitf.body")]
    [InlineData("application/ninjs+json", """{"uri":"urn:1","colour":1}""", HttpStatusCode.UnprocessableEntity, "colour")]
    [InlineData("application/cloudevents+json", """{"specversion":"1.0","id":"1","source":"s","type":"t","datacontenttype":"image/png","data_base64":"AA=="}""", HttpStatusCode.UnsupportedMediaType, "'image/png'")]
    [InlineData("application/xml", "<html><body>x</body></html>", HttpStatusCode.UnprocessableEntity, "HTML page")]
    public async Task What_is_wrong_is_said_with_its_place(string type, string body, HttpStatusCode status, string reason)
    {
        using var answer = await server.PushBodyAsync("?source=wrong", Encoding.UTF8.GetBytes(body), type);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(reason, (await AllInOneServer.ReadAsync(answer))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_event_of_a_batch_is_answered_by_itself_and_a_bad_one_does_not_fail_the_others()
    {
        var good = $$"""{"specversion":"1.0","id":"e1","source":"events","type":"t","subject":"1","datacontenttype":"text/html","data":"<p>{{Story}}</p>"}""";
        var missing = """{"specversion":"1.0","id":"e4","source":"events","type":"article.withdrawn","subject":"none"}""";
        var type = "application/cloudevents-batch+json";

        using var answer = await server.PushBodyAsync("", Encoding.UTF8.GetBytes($$"""[{{good}},{{good}},{"specversion":"0.3"},{{missing}},7]"""), type);

        Assert.Equal(HttpStatusCode.MultiStatus, answer.StatusCode);
        var events = (await AllInOneServer.ReadAsync(answer))["events"]!.AsArray();
        Assert.Equal([(1, 202), (2, 200), (3, 422), (4, 404), (5, 400)], events.Select(e => ((int)e!["event"]!, (int)e["status"]!)));
        Assert.Equal(ArticleId.Derive("events", "1", null, default), (string?)events[0]!["articles"]![0]!["id"]);
        Assert.Contains("'0.3' is not known", (string?)events[2]!["errors"]!["specversion"]![0], StringComparison.Ordinal);

        using var all = await server.PushBodyAsync("", Encoding.UTF8.GetBytes($"[{good}]"), type);
        Assert.Equal(HttpStatusCode.OK, all.StatusCode);
        using var none = await server.PushBodyAsync("", Encoding.UTF8.GetBytes($"[{missing}]"), type);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        using var empty = await server.PushBodyAsync("", "[]"u8.ToArray(), type);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
    }

    [Fact]
    public async Task A_batch_is_answered_line_by_line_and_a_bad_line_does_not_fail_the_others()
    {
        var batch = $$"""
            {"source":"batch","id":"1","text":"{{Story}}"}
            {"source":"batch","id":"1","text":"{{Story}}"}

            {"source":"batch","text":""}
            {"source":"batch",
            {"uri":"urn:batch:5","title":"T"}
            {"source":"batch","id":"1","text":"{{Story}} It was a correction."}
            {"uri":"urn:none","pubStatus":"canceled"}
            """;
        using var answer = await server.PushBodyAsync("?source=batch", Encoding.UTF8.GetBytes(batch), "application/x-ndjson");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType!.MediaType);
        var lines = await ReadLinesAsync(answer);
        Assert.Equal([(1, 202), (2, 200), (4, 422), (5, 400), (6, 202), (7, 202), (8, 404)], lines.Select(line => (line["line"]!.GetValue<int>(), line["status"]!.GetValue<int>())));
        Assert.Equal(2, lines[5]["version"]!.GetValue<int>());
        Assert.NotNull(lines[2]["errors"]!["text"]);
        Assert.Equal(SubmissionState.Published, (await server.FinishedAsync(lines[0]["id"]!.GetValue<string>(), 2)).State);
    }

    [Fact]
    public async Task A_batch_has_bounds_for_its_lines_and_their_length()
    {
        var lines = Enumerable.Range(0, 60).Select(i => i == 3 ? $"\"{new string('x', 1_000_001)}\"" : $$"""{"source":"bounds","id":"{{i}}","text":"{{Story}}"}""");
        using var answer = await PushCompressedAsync("", Encoding.UTF8.GetBytes(string.Join('\n', lines)), "gzip", "application/x-ndjson");
        var answers = await ReadLinesAsync(answer);
        Assert.Equal(51, answers.Count);
        Assert.Equal(413, answers[3]["status"]!.GetValue<int>());
        Assert.Equal(202, answers[4]["status"]!.GetValue<int>());
        Assert.Equal(413, answers[50]["status"]!.GetValue<int>());
        Assert.Contains("at most 50 lines", answers[50]["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_answered_before_the_batch_has_ended()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Http.BaseAddress!.Port, Cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), Cancellation);
        var line = $$"""{"source":"stream","id":"1","text":"{{Story}}"}""" + "\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line.Length:x}\r\n{line}\r\n"), Cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string? found;
        do found = await reader.ReadLineAsync(Cancellation);
        while (found is not null && !found.Contains("\"status\"", StringComparison.Ordinal));
        Assert.Contains("\"status\":202", found, StringComparison.Ordinal);
        await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), Cancellation);
    }

    private static async Task<List<JsonNode>> ReadLinesAsync(HttpResponseMessage answer) =>
        [.. (await answer.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private async Task<HttpResponseMessage> PushCompressedAsync(string query, byte[] body, string encoding, string type)
    {
        using var compressed = new MemoryStream();
        await using (Stream packing = encoding switch
        {
            "br" => new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true),
        })
        {
            await packing.WriteAsync(body, Cancellation);
        }
        return await SendAsync(query, compressed.ToArray(), encoding, type);
    }

    private async Task<HttpResponseMessage> SendAsync(string query, byte[] body, string encoding, string type)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return await server.Http.PostAsync(new Uri($"v1/articles{query}", UriKind.Relative), content, Cancellation);
    }
}
