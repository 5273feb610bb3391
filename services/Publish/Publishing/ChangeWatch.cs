using Ingestion.Storage;

namespace Ingestion.Publish.Publishing;

/// <summary>
/// Looks for what other Publish processes have published, once for everybody in this one who waits for changes, and passes it on to
/// <see cref="ChangeSignal"/>.
/// </summary>
internal sealed partial class ChangeWatch(
    IArticleStore articles, ChangeSignal signal, TimeProvider clock, ILogger<ChangeWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            for (var last = 0L; ; last = await LookAsync(last, stoppingToken)) await Task.Delay(Interval, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end, which the host would call a failure where it is disposed without having been stopped.
        }
    }

    private async Task<long> LookAsync(long last, CancellationToken cancellationToken)
    {
        try
        {
            var now = await articles.ReadLastSequenceAsync(cancellationToken);
            if (now != last) signal.Pulse();
            return now;
        }
        catch (StoreUnavailableException e)
        {
            // Readiness reports it; whoever waits goes on waiting.
            LogUnavailable(e.Message);
            return last;
        }
    }

    [LoggerMessage(LogLevel.Debug, "Changes could not be looked for: {Reason}")]
    private partial void LogUnavailable(string reason);
}
