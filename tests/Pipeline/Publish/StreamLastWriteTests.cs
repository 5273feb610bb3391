using System.Text;
using Ingestion.Publish.Publishing;
using Ingestion.Publish.Reading;
using Ingestion.Publish.Streaming;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

/// <summary>What a stream is writing when its process ends: a server breaks the connection of a write that is cancelled.</summary>
public sealed class StreamLastWriteTests : IAsyncLifetime
{
    private readonly ReadHost _host = new();
    private readonly ChangeSignal _signal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
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

    private EventStream Stream(ChangeWindow window) => new(window, _signal, new StreamFilter(new ReaderFilter("demo"), []), TimeProvider.System);

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
