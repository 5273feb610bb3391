using System.Diagnostics;
using Xunit;

namespace Ingestion.Tests.Infrastructure.Load;

/// <summary>
/// Compares what was accepted with what came out: lost = accepted - published - failed. The idea is that of RabbitMQ's own
/// Jepsen suite: attempt set, acknowledged set, drained set.
/// </summary>
public sealed class LossChecker(ArticleClient client, ITestOutputHelper? output)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until nothing is unfinished, then checks that every accepted version was published once, without a gap.</summary>
    /// <param name="accepted">What was answered with 202 or 200.</param>
    /// <param name="within">How long the pipeline may take to finish.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task CheckAsync(IReadOnlyCollection<Accepted> accepted, TimeSpan within, CancellationToken cancellationToken)
    {
        var unfinished = await WaitUntilFinishedAsync(within, cancellationToken);
        var failed = await client.CountAsync("failed", cancellationToken);
        var changes = await client.ReadChangesAsync(cancellationToken);
        var published = changes.Select(change => new Accepted(change.ArticleId, change.Version)).ToList();
        var lost = accepted.Distinct().Except(published).ToList();
        output?.WriteLine(
            $"accepted {accepted.Distinct().Count()}, published {published.Count}, failed {failed}, unfinished {unfinished}: "
            + $"accepted - published - failed = {accepted.Distinct().Count() - published.Intersect(accepted).Count() - failed}");

        Assert.Equal(0, unfinished);
        Assert.Equal(0, failed);
        Assert.Empty(lost);
        Assert.Equal(published.Count, published.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(i => (long)i), changes.Select(change => change.Sequence));
    }

    private async Task<int> WaitUntilFinishedAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(PollInterval);
        while (true)
        {
            var unfinished = await client.CountAsync("accepted", cancellationToken);
            if (unfinished == 0 || Stopwatch.GetElapsedTime(started) > within) return unfinished;
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
