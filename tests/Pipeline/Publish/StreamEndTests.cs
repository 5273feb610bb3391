using System.Diagnostics;
using System.Text.Json;
using Ingestion.Tests.Infrastructure.Waiting;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

/// <summary>A process with open streams and long polls ends soon and well, and its readers go on at another, on the same store.</summary>
public sealed class StreamEndTests
{
    private const int Streams = 20;
    private const int Polls = 20;
    private const int ArticlesEach = 30;

    /// <summary>The grace time is 30 s: what takes less did not wait for it.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Streams_and_long_polls_end_at_once_and_readers_go_on_where_they_were()
    {
        await using var first = new ReadHost();
        await first.InitializeAsync();
        using var open = new OpenRequests(first);
        var readers = Enumerable.Range(0, Streams).Select(_ => new Reader()).ToList();
        var reading = readers.Select(reader => reader.FollowAsync(first.Client, 2 * ArticlesEach)).ToList();
        var polls = Enumerable.Range(0, Polls)
            .Select(_ => first.Client.GetStringAsync($"/v1/changes?after={10 * ArticlesEach}&wait=60", Cancellation)).ToList();
        await Wait.UntilAsync(() => open.Count == Streams + Polls);
        await Task.WhenAll(readers.Select(reader => reader.Opened));
        var publishing = PublishAsync(first, "before");
        await Task.WhenAll(readers.Select(reader => reader.HasBegun));

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(first.StopAsync(), publishing);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, Soon);
        Assert.All(await Task.WhenAll(reading), hasEnded => Assert.True(hasEnded, "The stream has told more than there was."));
        foreach (var answer in await Task.WhenAll(polls))
            Assert.Empty(JsonDocument.Parse(answer).RootElement.GetProperty("changes").EnumerateArray());

        await using var second = new ReadHost { StoreDirectory = first.StoreDirectory };
        await second.InitializeAsync();
        await PublishAsync(second, "after");
        await Task.WhenAll(readers.Select(reader => reader.FollowAsync(second.Client, 2 * ArticlesEach)));

        var all = Enumerable.Range(1, 2 * ArticlesEach).Select(i => (long)i);
        Assert.All(readers, reader => Assert.Equal(all, reader.Sequences));
    }

    private static async Task PublishAsync(ReadHost host, string source)
    {
        for (var i = 0; i < ArticlesEach; i++) await host.PublishAsync(source, $"{i}", $"Title {i}");
    }

    /// <summary>Reads as a browser's EventSource does.</summary>
    private sealed class Reader
    {
        private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private string? _lastEventId = "0";

        public Task Opened => _opened.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        public Task HasBegun => _begun.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        public List<long> Sequences { get; } = [];

        /// <summary>Reads until it has so many in all, or the stream ends well; whether it did.</summary>
        public async Task<bool> FollowAsync(HttpClient client, int most)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            deadline.CancelAfter(TimeSpan.FromMinutes(1));
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/stream");
            request.Headers.Add("Last-Event-ID", _lastEventId);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(deadline.Token));
            _opened.TrySetResult();
            while (Sequences.Count < most)
            {
                if (await lines.ReadLineAsync(deadline.Token) is not { } line) return true;
                if (line.StartsWith("id: ", StringComparison.Ordinal)) _lastEventId = line["id: ".Length..];
                if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
                Sequences.Add(JsonDocument.Parse(line["data: ".Length..]).RootElement.GetProperty("sequence").GetInt64());
                _begun.TrySetResult();
            }
            return false;
        }
    }
}
