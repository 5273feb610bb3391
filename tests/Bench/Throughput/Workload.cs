namespace Ingestion.Bench.Throughput;

/// <summary>How much is pushed, the same for the pipeline and for the relay.</summary>
/// <param name="Count">Articles that are measured.</param>
/// <param name="Within">How long each measurement may take, its warm-up included.</param>
internal sealed record Workload(int Count, TimeSpan Within)
{
    /// <summary>Articles on their way into the pipeline at the same time.</summary>
    public const int InFlight = 64;

    /// <summary>Articles that go ahead so that code is compiled and connections stand; they are not measured.</summary>
    public const int WarmUp = 100;

    /// <summary>Runs a measurement, and gives it up at the deadline.</summary>
    /// <exception cref="TimeoutException">It was not finished in time; the message says how far it was.</exception>
    public async Task<T> BoundAsync<T>(
        string what, Func<CancellationToken, Task<T>> run, Func<string> progress, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Within);
        try
        {
            return await run(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"The {what} did not finish {WarmUp} + {Count} articles within {Within.TotalSeconds} s ({progress()}). "
                + "Give it more time with --within, or a smaller --count.");
        }
    }
}
