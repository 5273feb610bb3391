using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Ingestion.Hosting.Bus;
using Ingestion.Publish.Deliveries.Bodies;
using Ingestion.Publish.Exchange;
using Ingestion.Publish.Publishing;
using Ingestion.Storage;
using Ingestion.Tests.Infrastructure.Waiting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Ingestion.Pipeline.Tests.Publish;

/// <summary>The relay over a real store, with an exchange that is only a list, under a clock that the test moves.</summary>
public sealed class ExchangeRelayTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(ReadHost.Start);
    private readonly ReadHost _host = new();
    private readonly RecordingExchange _exchange = new();
    private readonly RecordingLog _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_version_that_is_missing_for_good_is_passed_over_loudly_and_holds_up_nothing_more()
    {
        await PublishAsync("a", "b", "c");
        await DeleteVersionAsync(2);
        var passedOver = 0L;
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "ingestion.exchange.passed_over") listener.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref passedOver, count));
        meters.Start();
        using var relay = Relay();
        await relay.StartAsync(Cancellation);

        await Wait.UntilAsync(() => _log.Count(LogLevel.Warning) == 1);
        Assert.Equal([1], _exchange.Sequences); // what comes before it does not wait
        await MoveUntilAsync(() => _exchange.Sequences.Contains(3));

        Assert.Equal([1, 3], _exchange.Sequences);
        Assert.Equal(2, _log.Count(LogLevel.Warning));
        Assert.StartsWith("Change 2 (New) was not passed on", Assert.Single(_log.Errors), StringComparison.Ordinal);
        Assert.Equal(1, passedOver);
        await relay.StopAsync(Cancellation);
        Assert.Equal(3, await _host.Services.GetRequiredService<IRelayStore>().ClaimAsync("exchange", "another", _clock.GetUtcNow(), _clock.GetUtcNow(), Cancellation));
    }

    [Fact]
    public async Task A_version_that_is_only_late_is_waited_for()
    {
        await PublishAsync("a", "b", "c");
        await ExecuteAsync("CREATE TABLE kept AS SELECT * FROM articles; DELETE FROM articles");
        using var relay = Relay();
        await relay.StartAsync(Cancellation);
        await Wait.UntilAsync(() => _log.Count(LogLevel.Warning) == 1);
        Assert.Empty(_exchange.Sequences);

        await ExecuteAsync("INSERT INTO articles SELECT * FROM kept; DROP TABLE kept");
        await MoveUntilAsync(() => _exchange.Sequences.Count == 3);

        Assert.Equal([1, 2, 3], _exchange.Sequences);
        Assert.Empty(_log.Errors);
        await relay.StopAsync(Cancellation);
    }

    [Fact]
    public async Task An_exchange_that_is_down_is_tried_again_for_as_long_as_it_takes()
    {
        await PublishAsync("a", "b");
        _exchange.IsDown = true;
        using var relay = Relay();
        await relay.StartAsync(Cancellation);
        await MoveUntilAsync(() => _log.Count(LogLevel.Warning) == 20);

        _exchange.IsDown = false;
        await MoveUntilAsync(() => _exchange.Sequences.Count == 2);

        Assert.Equal([1, 2], _exchange.Sequences);
        Assert.Empty(_log.Errors);
        await relay.StopAsync(Cancellation);
    }

    private ExchangeRelay Relay() => new(
        _host.Articles, _host.Services.GetRequiredService<IRelayStore>(), _exchange, _host.Services.GetRequiredService<ChangeSignal>(),
        _host.Services.GetRequiredService<ExchangeMetrics>(), Options.Create(new BusOptions { Transport = BusTransport.RabbitMq }),
        Options.Create(new ExchangeOptions { MissingTries = 3 }), _clock, _log);

    private async Task PublishAsync(params string[] keys)
    {
        foreach (var key in keys) await _host.PublishAsync("demo", key, $"Title {key}");
    }

    private Task DeleteVersionAsync(long sequence) => ExecuteAsync(
        $"DELETE FROM articles WHERE article_id = (SELECT article_id FROM changes WHERE sequence = {sequence})");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_host.StoreDirectory, "ingestion.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>Moves the clock second by second until a condition is satisfied.</summary>
    private Task MoveUntilAsync(Func<bool> condition) => Wait.UntilAsync(() =>
    {
        if (condition()) return true;
        _clock.Advance(TimeSpan.FromSeconds(1));
        return false;
    });

    private sealed class RecordingExchange : IArticleExchange
    {
        private readonly ConcurrentQueue<long> _sequences = new();

        public bool IsDown { get; set; }

        public IReadOnlyList<long> Sequences => [.. _sequences];

        public Task PublishAsync(IReadOnlyList<ChangeEvent> changes, CancellationToken cancellationToken)
        {
            if (IsDown) throw new IOException("The broker is down.");
            foreach (var change in changes) _sequences.Enqueue(change.Published.Sequence!.Value);
            return Task.CompletedTask;
        }
    }

    private sealed class RecordingLog : ILogger<ExchangeRelay>
    {
        private readonly ConcurrentQueue<(LogLevel Level, string Text)> _entries = new();

        public IReadOnlyList<string> Errors => [.. _entries.Where(entry => entry.Level == LogLevel.Error).Select(entry => entry.Text)];

        public int Count(LogLevel level) => _entries.Count(entry => entry.Level == level);

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _entries.Enqueue((logLevel, formatter(state, exception)));
    }
}
