using System.IO.Compression;
using System.Text;
using Ingestion.Hosting.Outbound;
using Ingestion.Ingest.Fetching;
using Ingestion.Tests.Infrastructure.Network;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Ingestion.Unit.Tests.Ingest.Fetching;

public sealed class FetcherTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    private readonly OutboundClients _clients = new(new OutboundOptions { AllowedNetworks = ["127.0.0.0/8"] });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_comes_with_its_type_and_what_to_ask_with_next_time()
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Of(
            200, "hello", "Content-Type: text/xml; charset=x", "ETag: W/\"a\"", "Last-Modified: yesterday, more or less", "Cache-Control: max-age=600"));

        var answer = await FetchAsync(server.Url);

        Assert.Equal((FetchOutcome.Fetched, 200), (answer.Outcome, answer.Status));
        Assert.Equal("hello", Encoding.UTF8.GetString(answer.Content));
        Assert.Equal("text/xml; charset=x", answer.ContentType);
        Assert.Equal(new Validators("W/\"a\"", "yesterday, more or less"), answer.Validators);
        Assert.Equal(TimeSpan.FromMinutes(10), answer.Freshness);
        Assert.Null(answer.MovedTo);
    }

    [Fact]
    public async Task Validators_are_sent_as_they_came_and_304_is_no_failure()
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Raw(304, []));

        var answer = await FetchAsync(server.Url, new Validators("not-quoted", "yesterday"));

        Assert.Equal(FetchOutcome.NotModified, answer.Outcome);
        Assert.Null(answer.Error);
        var request = Assert.Single(server.Requests);
        Assert.Equal(("not-quoted", "yesterday"), (request.Header("If-None-Match"), request.Header("If-Modified-Since")));
    }

    [Fact]
    public async Task Validators_of_an_answer_that_expires_at_once_are_not_used()
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Of(200, "x", "ETag: \"a\"", "Last-Modified: now", "Expires: 0"));

        Assert.Equal(default, (await FetchAsync(server.Url)).Validators);
    }

    [Fact]
    public async Task Who_asks_says_who_it_is()
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Of(200, "x"));

        await FetchAsync(server.Url);

        Assert.StartsWith("Ingestion/", Assert.Single(server.Requests).Header("User-Agent"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Tue, 24 Nov 2026 10:05:00 GMT", 300)]
    [InlineData("999999", 8 * 3600)]
    [InlineData("Tue, 24 Nov 2020 10:05:00 GMT", null)]
    [InlineData("soon", null)]
    public async Task A_server_that_wants_fewer_requests_is_heard(string retryAfter, int? seconds)
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Of(429, "", $"Retry-After: {retryAfter}"));

        var answer = await FetchAsync(server.Url);

        Assert.Equal(FetchOutcome.Throttled, answer.Outcome);
        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), answer.RetryAfter);
        Assert.Equal("127.0.0.1 answered 429 TooManyRequests.", answer.Error);
    }

    [Theory]
    [InlineData(410, FetchOutcome.Gone)]
    [InlineData(404, FetchOutcome.Failed)]
    [InlineData(500, FetchOutcome.Failed)]
    [InlineData(503, FetchOutcome.Failed)]
    internal async Task Other_answers_fail_with_their_status(int status, FetchOutcome outcome)
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Of(status, "an error page"));

        var answer = await FetchAsync(server.Url);

        Assert.Equal((outcome, status), (answer.Outcome, answer.Status));
        Assert.Contains($"answered {status}", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_followed_and_the_permanent_ones_that_come_first_are_told()
    {
        await using var server = RudeServer.Start(request => request.Path switch
        {
            "/" => RudeAnswer.Redirect(301, "/b"),
            "/b" => RudeAnswer.Redirect(308, "c?x=1"),
            "/c?x=1" => RudeAnswer.Redirect(302, "/d"),
            "/d" => RudeAnswer.Redirect(301, "/e"),
            _ => RudeAnswer.Of(200, "here"),
        });

        var answer = await FetchAsync(server.Url);

        Assert.Equal(FetchOutcome.Fetched, answer.Outcome);
        Assert.Equal(new Uri(server.Url, "/e"), answer.Url);
        Assert.Equal(new Uri(server.Url, "/c?x=1"), answer.MovedTo);
    }

    [Fact]
    public async Task A_circle_of_redirects_is_left_and_shown()
    {
        await using var server = RudeServer.Start(request => RudeAnswer.Redirect(302, request.Path == "/" ? "/b" : "/"));

        var answer = await FetchAsync(server.Url);

        Assert.Equal(FetchOutcome.Failed, answer.Outcome);
        Assert.Contains("in a circle", answer.Error, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Redirects_without_end_are_left()
    {
        await using var server = RudeServer.Start(request => RudeAnswer.Redirect(302, request.Path + "x"));

        Assert.Contains("more than 5 times", (await FetchAsync(server.Url)).Error, StringComparison.Ordinal);
        Assert.Equal(6, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::1]/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://ftp.example/")]
    public async Task A_redirect_to_where_nobody_may_go_is_refused(string location)
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Redirect(302, location));

        var answer = await FetchAsync(server.Url);

        Assert.Equal(FetchOutcome.Refused, answer.Outcome);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_name_whose_address_is_inside_is_refused()
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Of(200, "secret"));
        using var strict = new OutboundClients(new OutboundOptions());
        var fetcher = new Fetcher(strict, _clock);

        var answer = await fetcher.FetchAsync(new FetchRequest(new Uri($"http://localhost:{server.Url.Port}/"), "*/*", 100), Token);

        Assert.Equal(FetchOutcome.Refused, answer.Outcome);
        Assert.Equal("localhost is not on the public internet: its address is not allowed here.", answer.Error);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_packed_body_is_unpacked(string coding)
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Of(200, Pack(coding, Encoding.UTF8.GetBytes("packed")), $"Content-Encoding: {coding}"));

        Assert.Equal("packed", Encoding.UTF8.GetString((await FetchAsync(server.Url)).Content));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_bomb_is_not_unpacked(string coding)
    {
        var bomb = Pack(coding, new byte[50_000_000]);
        Assert.True(bomb.Length < 100_000);
        await using var server = RudeServer.Start(_ => RudeAnswer.Of(200, bomb, $"Content-Encoding: {coding}"));

        var answer = await FetchAsync(server.Url);

        Assert.Equal((FetchOutcome.Failed, "The answer is longer than 1000000 bytes."), (answer.Outcome, answer.Error));
    }

    [Fact]
    public async Task What_is_not_packed_as_it_says_is_a_failure()
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Of(200, "not gzip at all", "Content-Encoding: gzip"));

        Assert.Contains("cannot be decompressed", (await FetchAsync(server.Url)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_shorter_than_its_length_is_a_failure()
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Raw(200, "half"u8.ToArray(), "Content-Length: 1000"));

        var answer = await FetchAsync(server.Url);

        Assert.Equal((FetchOutcome.Failed, "The answer was cut off."), (answer.Outcome, answer.Error));
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_given_up()
    {
        await using var server = RudeServer.Start(_ => RudeAnswer.Raw(200, "half"u8.ToArray(), "Content-Length: 1000") with { HangsAfterwards = true });

        var fetching = FetchAsync(server.Url);
        while (!fetching.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("No complete answer within 20 s.", (await fetching).Error);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_failure_in_words()
    {
        var server = RudeServer.Start(_ => RudeAnswer.Of(200, ""));
        await server.DisposeAsync();

        Assert.Contains($"No connection to 127.0.0.1:{server.Url.Port}", (await FetchAsync(server.Url)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_is_no_http_is_a_failure()
    {
        await using var server = RudeServer.Start(_ => new RudeAnswer("SSH-2.0-OpenSSH\r\n\r\n"u8.ToArray(), []));

        var answer = await FetchAsync(server.Url);

        Assert.Equal(FetchOutcome.Failed, answer.Outcome);
        Assert.StartsWith("127.0.0.1: ", answer.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _clients.Dispose();

    private Task<FetchAnswer> FetchAsync(Uri url, Validators validators = default) =>
        new Fetcher(_clients, _clock).FetchAsync(new FetchRequest(url, "*/*", 1_000_000, validators), Token);

    private static byte[] Pack(string coding, byte[] content)
    {
        using var packed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize),
            "deflate" => new ZLibStream(packed, CompressionLevel.SmallestSize),
            _ => new BrotliStream(packed, CompressionLevel.SmallestSize),
        })
        {
            stream.Write(content);
        }
        return packed.ToArray();
    }

    /// <summary>The client of the product, without a container.</summary>
    private sealed class OutboundClients(OutboundOptions options) : IHttpClientFactory, IDisposable
    {
        private readonly HttpMessageHandler _handler = OutboundHttp.CreateHandler(options);

        public HttpClient CreateClient(string name)
        {
            var client = new HttpClient(_handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
            client.DefaultRequestHeaders.UserAgent.ParseAdd(options.UserAgent);
            return client;
        }

        public void Dispose() => _handler.Dispose();
    }
}
