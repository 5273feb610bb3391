using System.IO.Pipelines;
using System.Text;
using Ingestion.Publish.Publishing;
using Ingestion.Publish.Reading;
using Ingestion.Publish.Streaming;
using Ingestion.Tests.Infrastructure.Waiting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

/// <summary>A stream over a real store, under a clock that the test moves. Nothing tells of changes but the test.</summary>
public sealed class EventStreamTests : IAsyncLifetime
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly WatchedClock _clock = new();
    private readonly ReadHost _host = new();
    private readonly ChangeSignal _signal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_stream_that_has_told_nothing_for_15_seconds_has_a_heartbeat_with_its_place()
    {
        using var window = new ChangeWindow(_host.Articles, _signal);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var pipe = new Pipe();
        var writing = Stream(window).WriteAsync(pipe.Writer.AsStream(), 0, end.Token, Cancellation);
        using var lines = new StreamReader(pipe.Reader.AsStream());
        Assert.Equal(["retry: 3000"], await ReadAsync(lines));
        await _clock.WaitsAsync(Heartbeat, 1);

        _clock.Advance(Heartbeat - TimeSpan.FromMilliseconds(1));
        await PublishAsync("demo");
        Assert.Equal("id: 1", (await ReadAsync(lines))[0]); // and no heartbeat before it
        await _clock.WaitsAsync(Heartbeat, 2);
        _clock.Advance(Heartbeat - TimeSpan.FromMilliseconds(1)); // as long again since it was told something
        await PublishAsync("other"); // which it is not told
        await _clock.WaitsAsync(TimeSpan.FromMilliseconds(1), 1);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([": heartbeat", "id: 2"], await ReadAsync(lines)); // its place is behind what its filter left out

        await _clock.WaitsAsync(Heartbeat, 3);
        _clock.Advance(Heartbeat);
        Assert.Equal([": heartbeat", "id: 2"], await ReadAsync(lines));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }

    [Fact] // a server breaks the connection of a write that is cancelled
    public async Task A_write_that_has_begun_is_finished_before_the_stream_ends()
    {
        using var window = new ChangeWindow(_host.Articles, _signal);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var body = new SlowBody();
        var writing = Stream(window).WriteAsync(body, 0, stopping.Token, Cancellation);
        await body.HasBegun.WaitAsync(Cancellation);

        await stopping.CancelAsync();
        body.Release();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        Assert.Equal("retry: 3000\n\n", Encoding.ASCII.GetString(body.ToArray()));
    }

    [Fact]
    public async Task A_reader_that_takes_too_long_for_it_is_cut_off()
    {
        using var window = new ChangeWindow(_host.Articles, _signal);
        using var cutOff = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var body = new SlowBody();
        var writing = Stream(window).WriteAsync(body, 0, cutOff.Token, cutOff.Token);
        await body.HasBegun.WaitAsync(Cancellation);

        await cutOff.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        Assert.Empty(body.ToArray());
    }

    private EventStream Stream(ChangeWindow window) => new(window, _signal, new StreamFilter(new ReaderFilter("demo"), []), _clock);

    private async Task PublishAsync(string source)
    {
        await _host.PublishAsync(source, "a", "Title");
        _signal.Pulse();
    }

    private static async Task<List<string>> ReadAsync(StreamReader reader)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        within.CancelAfter(TimeSpan.FromSeconds(30));
        var lines = new List<string>();
        while (await reader.ReadLineAsync(within.Token) is { Length: > 0 } line) lines.Add(line);
        return lines;
    }

    /// <summary>A clock that knows who waits for it: it may be moved once somebody does.</summary>
    private sealed class WatchedClock() : FakeTimeProvider(ReadHost.Start)
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<TimeSpan, int> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            lock (_lock) _timers[dueTime] = _timers.GetValueOrDefault(dueTime) + 1;
            return timer;
        }

        /// <summary>Waits until somebody has begun to wait this long for the n-th time.</summary>
        public Task WaitsAsync(TimeSpan dueTime, int times) => Wait.UntilAsync(() => Count(dueTime) >= times);

        private int Count(TimeSpan dueTime)
        {
            lock (_lock) return _timers.GetValueOrDefault(dueTime);
        }
    }

    /// <summary>A connection whose reader reads nothing until it is released.</summary>
    private sealed class SlowBody : MemoryStream
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task HasBegun => _begun.Task;

        public void Release() => _released.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _begun.TrySetResult();
            await _released.Task.WaitAsync(cancellationToken);
            await base.WriteAsync(buffer, CancellationToken.None);
        }
    }
}
