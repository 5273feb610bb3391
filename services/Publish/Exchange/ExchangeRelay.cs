using Ingestion.Hosting.Bus;
using Ingestion.Publish.Deliveries.Bodies;
using Ingestion.Publish.Publishing;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Publish.Exchange;

/// <summary>
/// Follows the change sequence and passes each change to the exchange, in order and at least once. Of any number of Publish processes
/// one does so at a time, from a cursor in the store: what the broker missed while it was down it gets when it is back.
/// </summary>
internal sealed partial class ExchangeRelay(
    IArticleStore articles, IRelayStore relays, ArticleExchange exchange, ChangeSignal signal, IOptions<BusOptions> options, TimeProvider clock,
    ILogger<ExchangeRelay> logger) : BackgroundService
{
    private const string Relay = "exchange";
    private const int ChangesAtOnce = 64;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    private readonly string _owner = $"{Environment.MachineName}/{Guid.NewGuid():N}";

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Transport != BusTransport.RabbitMq) return;
        try
        {
            while (true)
            {
                var next = signal.Next;
                var isDone = await TryPassOnAsync(stoppingToken);
                if (isDone) await WaitAsync(next, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end.
        }
        await ReleaseAsync();
    }

    /// <summary>Passes on what there is, a batch at most; whether there is nothing more to do for now.</summary>
    private async Task<bool> TryPassOnAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            if (await relays.ClaimAsync(Relay, _owner, now, now + Lease, cancellationToken) is not { } place) return true;
            var changes = await articles.ReadChangesAsync(place, ChangesAtOnce, cancellationToken);
            if (changes.Count == 0) return true;
            var versions = (await articles.FindVersionsAsync([.. changes.Select(c => (c.ArticleId, c.Version))], cancellationToken))
                .ToDictionary(version => (version.ArticleId, version.Version));
            // Half the lease, so that none is sent by two processes unless this one stands still.
            using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            within.CancelAfter(Lease / 2);
            await exchange.PublishAsync([.. changes.Select(c => new ChangeEvent(c.Kind, versions[(c.ArticleId, c.Version)]))], within.Token);
            await relays.MoveAsync(Relay, _owner, changes[^1].Sequence, cancellationToken);
            return changes.Count < ChangesAtOnce;
        }
#pragma warning disable CA1031 // Whatever it is, store or broker: it is tried again from the cursor.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(e);
            await Task.Delay(LookAgain, clock, cancellationToken);
            return false;
        }
    }

    private async Task WaitAsync(Task next, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(LookAgain, clock, cancellationToken);
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
}
