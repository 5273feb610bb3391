using Ingestion.Hosting.Bus;
using Ingestion.Publish.Deliveries.Bodies;
using Ingestion.Publish.Publishing;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Publish.Exchange;

/// <summary>
/// Follows the change sequence and passes each change to the exchange, in order and at least once. Of any number of Publish processes
/// one does so at a time, from a cursor in the store: what the broker missed while it was down it gets when it is back. A change whose
/// version is not in the store must not hold up all that come after it: it is looked for a few times, then passed over, loudly.
/// </summary>
internal sealed partial class ExchangeRelay(
    IArticleStore articles, IRelayStore relays, IArticleExchange exchange, ChangeSignal signal, ExchangeMetrics metrics,
    IOptions<BusOptions> bus, IOptions<ExchangeOptions> options, TimeProvider clock, ILogger<ExchangeRelay> logger) : BackgroundService
{
    private const string Relay = "exchange";
    private const int ChangesAtOnce = 64;

    private readonly ExchangeOptions _options = options.Value;
    private readonly string _owner = $"{Environment.MachineName}/{Guid.NewGuid():N}";
    private (long Sequence, int Tries) _missing;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (bus.Value.Transport != BusTransport.RabbitMq) return;
        try
        {
            while (true)
            {
                var next = signal.Next;
                var isDone = await TryPassOnAsync(stoppingToken);
                if (isDone) await WaitAsync(next, stoppingToken);
            }
        }
        catch (Exception e) when (stoppingToken.IsCancellationRequested && e is OperationCanceledException or StoreUnavailableException)
        {
            // The end; if the store was down by then, another goes on from where it was.
        }
        await ReleaseAsync();
    }

    /// <summary>Passes on what there is, a batch at most; whether there is nothing more to do for now.</summary>
    private async Task<bool> TryPassOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            if (await relays.ClaimAsync(Relay, _owner, now, now + _options.Lease, cancellationToken) is not { } place) return true;
            var changes = await articles.ReadChangesAsync(place, ChangesAtOnce, cancellationToken);
            if (changes.Count == 0) return true;
            var versions = (await articles.FindVersionsAsync([.. changes.Select(c => (c.ArticleId, c.Version))], cancellationToken))
                .ToDictionary(version => (version.ArticleId, version.Version));
            var there = changes.TakeWhile(change => versions.ContainsKey((change.ArticleId, change.Version))).ToList();
            if (there.Count > 0)
            {
                await PublishAsync([.. there.Select(c => new ChangeEvent(c.Kind, versions[(c.ArticleId, c.Version)]))], cancellationToken);
                // Also at the end of the process: what was confirmed would otherwise be sent again.
                await relays.MoveAsync(Relay, _owner, there[^1].Sequence, CancellationToken.None);
            }
            if (there.Count == changes.Count) return changes.Count < ChangesAtOnce;
            await PassOverAsync(changes[there.Count], cancellationToken);
            return false;
        }
#pragma warning disable CA1031 // Whatever it is, store or broker: it is tried again from the cursor.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(e);
            await Task.Delay(_options.Interval, clock, cancellationToken);
            return false;
        }
    }

    private async Task PublishAsync(IReadOnlyList<ChangeEvent> changes, CancellationToken cancellationToken)
    {
        // Half the lease, so that none is sent by two processes unless this one stands still.
        using var timeout = new CancellationTokenSource(_options.Lease / 2, clock);
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        await exchange.PublishAsync(changes, within.Token);
        metrics.Published(changes.Count);
    }

    /// <summary>Waits for a version that is missing, which may only be late, and after some tries goes on without it.</summary>
    private async Task PassOverAsync(Change change, CancellationToken cancellationToken)
    {
        if (_missing.Sequence != change.Sequence) _missing = (change.Sequence, 0);
        _missing.Tries++;
        if (_missing.Tries < _options.MissingTries)
        {
            LogMissing(change.Sequence, change.ArticleId, change.Version, _missing.Tries, _options.MissingTries);
            await Task.Delay(_options.Interval, clock, cancellationToken);
            return;
        }
        if (!await relays.MoveAsync(Relay, _owner, change.Sequence, cancellationToken)) return;
        LogPassedOver(change.Sequence, change.Kind, change.ArticleId, change.Version);
        metrics.PassedOver();
    }

    private async Task WaitAsync(Task next, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(_options.Interval, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The lease is prolonged, or another's is looked at again.
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await relays.ReleaseAsync(Relay, _owner, CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // Then it ends by itself.
        }
    }

    [LoggerMessage(LogLevel.Warning, "Changes could not be passed on to the exchange; they are tried again from where it was.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Change {Sequence}: version {Version} of {ArticleId} is not in the store; looked for {Tries} of {MostTries} times.")]
    private partial void LogMissing(long sequence, string articleId, int version, int tries, int mostTries);

    [LoggerMessage(LogLevel.Error,
        "Change {Sequence} ({Kind}) was not passed on to the exchange: version {Version} of {ArticleId} is not in the store. Consumers of the "
        + "exchange miss it, those after it they get. Look for what deleted it; GET /v1/changes still tells of the change.")]
    private partial void LogPassedOver(long sequence, ChangeKind kind, string articleId, int version);
}
