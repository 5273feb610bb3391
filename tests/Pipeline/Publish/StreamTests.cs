using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

/// <summary>
/// The stream and the long poll. The test writes into the store itself, as another Publish process would: what is told was found by
/// looking.
/// </summary>
public sealed class StreamTests : IAsyncLifetime
{
    private readonly ReadHost _host = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_stream_tells_what_happens_from_now_on()
    {
        await _host.PublishAsync("demo", "before", "Before");
        using var stream = await OpenAsync("/v1/stream");

        var submission = await _host.PublishAsync("demo", "a", "Title");
        await _host.PublishAsync("demo", "a", "Corrected", 1);

        Assert.Equal("retry: 3000", (await stream.ReadAsync())[0]);
        var (first, second) = (await stream.ReadAsync(), await stream.ReadAsync());
        // Only then: what is withdrawn has no content any more, also where it is told late.
        await _host.WithdrawAsync(submission, 2);
        var third = await stream.ReadAsync();
        Assert.Equal(["id: 2", "event: new"], first[..2]);
        Assert.Equal(["id: 3", "event: correction"], second[..2]);
        Assert.Equal(["id: 4", "event: withdrawal"], third[..2]);
        Assert.Equal(("Corrected", 3L), (Data(second).GetProperty("article").GetProperty("title").GetString(), Data(second).GetProperty("sequence").GetInt64()));
        Assert.False(Data(third).TryGetProperty("article", out _));
        var changes = JsonDocument.Parse(await _host.Client.GetStringAsync("/v1/changes?after=3", Cancellation)).RootElement;
        Assert.Equal(changes.GetProperty("changes")[0].GetRawText(), Data(third).GetRawText());
    }

    [Theory]
    [InlineData("/v1/stream?after=1", null)]
    [InlineData("/v1/stream?after=0", "1")]
    public async Task A_stream_goes_on_where_it_was(string url, string? lastEventId)
    {
        for (var i = 1; i <= 40; i++) await _host.PublishAsync("demo", $"a{i}", $"Title {i}");

        using var stream = await OpenAsync(url, lastEventId);
        await stream.ReadAsync();

        for (var i = 2; i <= 40; i++) Assert.Equal($"id: {i}", (await stream.ReadAsync())[0]);
    }

    [Fact]
    public async Task A_place_behind_the_end_is_taken_for_now()
    {
        await _host.PublishAsync("demo", "a", "Title");
        using var stream = await OpenAsync("/v1/stream", "999");
        await stream.ReadAsync();

        await _host.PublishAsync("demo", "b", "Title");

        Assert.Equal("id: 2", (await stream.ReadAsync())[0]);
    }

    [Fact]
    public async Task A_stream_is_filtered_withdrawals_too()
    {
        using var chinese = await OpenAsync("/v1/stream?language=zh");
        using var food = await OpenAsync("/v1/stream?topic=FOOD&kind=new,withdrawal");
        using var other = await OpenAsync("/v1/stream?source=other");
        foreach (var stream in new[] { chinese, food, other }) await stream.ReadAsync();

        await _host.PublishAsync("demo", "a", "English");
        var withdrawn = await _host.PublishAsync(
            "demo", "b", "Chinese", article: Samples.Article("Chinese") with { Tags = ["Food"] }, enrichment: Samples.Enrichment("zh", "Hans"));
        await _host.PublishAsync(
            "demo", "b", "Chinese again", 1, Samples.Article("Chinese again") with { Tags = ["Food"] }, Samples.Enrichment("zh", "Hans"));
        await _host.WithdrawAsync(withdrawn, 2);
        await _host.PublishAsync("other", "c", "Other");

        Assert.Equal(["id: 2", "id: 3", "id: 4"], new[] { (await chinese.ReadAsync())[0], (await chinese.ReadAsync())[0], (await chinese.ReadAsync())[0] });
        Assert.Equal(["id: 2", "id: 4"], new[] { (await food.ReadAsync())[0], (await food.ReadAsync())[0] });
        Assert.Equal("id: 5", (await other.ReadAsync())[0]);
    }

    [Fact]
    public async Task A_reader_that_does_not_read_keeps_nobody_waiting()
    {
        using var silent = await OpenAsync("/v1/stream");
        using var reading = await OpenAsync("/v1/stream");
        await reading.ReadAsync();

        var large = new string('x', 100_000);
        for (var i = 1; i <= 30; i++) await _host.PublishAsync("demo", $"a{i}", $"Title {i}", article: Samples.Article($"Title {i}", large));

        for (var i = 1; i <= 30; i++) Assert.Equal($"id: {i}", (await reading.ReadAsync())[0]);
    }

    [Theory]
    [InlineData("kind=gone", "one of new, correction, metadata, withdrawal")]
    [InlineData("after=-1", "after: '-1'")]
    public async Task What_is_wrong_with_a_stream_is_said(string query, string detail)
    {
        using var response = await _host.Client.GetAsync($"/v1/stream?{query}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(detail, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_poll_answers_once_there_is_something()
    {
        var waiting = _host.Client.GetStringAsync("/v1/changes?after=0&wait=60", Cancellation);
        await _host.PublishAsync("demo", "a", "Title");

        var answer = JsonDocument.Parse(await waiting).RootElement;

        Assert.Equal(1, Assert.Single(answer.GetProperty("changes").EnumerateArray()).GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task A_long_poll_answers_empty_when_its_time_is_over()
    {
        var started = Stopwatch.GetTimestamp();

        var answer = JsonDocument.Parse(await _host.Client.GetStringAsync("/v1/changes?after=7&wait=1", Cancellation)).RootElement;

        Assert.Empty(answer.GetProperty("changes").EnumerateArray());
        Assert.Equal(7, answer.GetProperty("next").GetInt64());
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0.9, 30);
    }

    private async Task<EventReader> OpenAsync(string url, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await _host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation)));
    }

    private static JsonElement Data(string[] lines) => JsonDocument.Parse(lines[2]["data: ".Length..]).RootElement;

    private sealed class EventReader(HttpResponseMessage response, StreamReader reader) : IDisposable
    {
        /// <summary>The lines of the next event.</summary>
        public async Task<string[]> ReadAsync()
        {
            using var within = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            within.CancelAfter(TimeSpan.FromSeconds(30));
            var lines = new List<string>();
            while (await reader.ReadLineAsync(within.Token) is { Length: > 0 } line) lines.Add(line);
            return [.. lines];
        }

        public void Dispose()
        {
            reader.Dispose();
            response.Dispose();
        }
    }
}
