using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Pipeline;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Dispatch;

/// <summary>
/// Drives again whatever is unfinished and due, whoever died: the stored row is the outbox. Any number of sweepers share the
/// work through leases.
/// </summary>
internal sealed class Sweeper(
    ISubmissionStore submissions,
    SubmissionDispatcher dispatcher,
    ConfirmedSubmissions confirmed,
    IOptions<IngestOptions> options,
    IOptions<BusOptions> bus,
    TimeProvider clock,
    ILogger<Sweeper> logger) : BackgroundService
{
    private readonly IngestOptions _options = options.Value;
    private bool _leasesReleased = bus.Value.Transport != BusTransport.InMemory;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_options.SweepInterval, clock);
        do
        {
            try
            {
                while (await SweepAsync(stoppingToken)) { }
            }
            catch (StoreUnavailableException e)
            {
                logger.LogWarning("Sweep put off, the store is down: {Error}", e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One sweep; true if there may be more to do at once.</summary>
    private async Task<bool> SweepAsync(CancellationToken cancellationToken)
    {
        // First of all, before the door opens: what is accepted from now on is not of an earlier run.
        if (!_leasesReleased) await ReleaseLeasesAsync(cancellationToken);
        await WithdrawExpiredAsync(cancellationToken);
        await ExtendConfirmedAsync(cancellationToken); // before the claim, which would take them
        // Claiming without a broker would only use up attempts.
        if (!dispatcher.IsBusReady) return false;
        var due = await submissions.ClaimDueAsync(
            _options.SweepLimit, clock.GetUtcNow().ToWholeMilliseconds(), _options.Lease, _options.MaxLease, cancellationToken);
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = _options.PublishWindow, CancellationToken = cancellationToken },
            async (submission, token) => await dispatcher.DispatchAsync(submission, token));
        if (due.Count > 0) logger.LogInformation("Swept up {Count} unfinished submissions", due.Count);
        return due.Count == _options.SweepLimit;
    }

    /// <summary>
    /// Gives what the broker has confirmed, and what half a lease later is not published, the longer lease of a message that waits its
    /// turn: a backlog must not grow by the copies of what is in it.
    /// </summary>
    private async Task ExtendConfirmedAsync(CancellationToken cancellationToken)
    {
        var due = confirmed.TakeDue(clock.GetUtcNow().ToWholeMilliseconds());
        var extended = due.Count == 0 ? 0 : await submissions.ExtendLeasesAsync(due, cancellationToken);
        if (extended > 0) logger.LogDebug("{Count} submissions wait their turn at the broker, and have a longer lease", extended);
    }

    /// <summary>What has expired becomes a withdrawal, which is due at once.</summary>
    private async Task WithdrawExpiredAsync(CancellationToken cancellationToken)
    {
        var withdrawn = await submissions.WithdrawExpiredAsync(
            _options.SweepLimit, clock.GetUtcNow().ToWholeMilliseconds(), cancellationToken);
        if (withdrawn.Count > 0) logger.LogInformation("Withdrew {Count} articles that have expired", withdrawn.Count);
    }

    /// <summary>The in-memory transport died with the process before this one, so all of its leases are void.</summary>
    private async Task ReleaseLeasesAsync(CancellationToken cancellationToken)
    {
        var released = await submissions.ReleaseLeasesAsync(clock.GetUtcNow().ToWholeMilliseconds(), cancellationToken);
        _leasesReleased = true;
        if (released > 0) logger.LogInformation("Found {Count} unfinished submissions of an earlier run", released);
    }
}
