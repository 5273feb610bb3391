using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ingestion.Storage;

/// <summary>
/// Prepares the store when the host starts. The start waits for the first try, so that what starts later finds indexes, but not
/// longer than <see cref="LongestStart"/>, and never fails: while the store is unreachable, tries go on in the background.
/// </summary>
internal sealed class StorePreparation(
    IStoreLifecycle store, StoreReady ready, TimeProvider time, ILogger<StorePreparation> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _firstTry = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _tries = Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _tries = Task.Run(PrepareAsync, cancellationToken);
        try
        {
            await _firstTry.Task.WaitAsync(LongestStart, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            logger.LogWarning("The store is not prepared after {Seconds} s; starting without it.", LongestStart.TotalSeconds);
        }
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _tries.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task PrepareAsync()
    {
        var pause = FirstPause;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await store.PrepareAsync(_stopping.Token);
                ready.Set();
                logger.LogInformation("The store is ready.");
                return;
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever is wrong with the store may be mended while this runs.
            catch (Exception e)
#pragma warning restore CA1031
            {
                logger.LogError(e, "The store cannot be prepared, next try in {Seconds} s: {Problem}", pause.TotalSeconds, e.Message);
            }
            finally
            {
                _firstTry.TrySetResult();
            }
            await Task.Delay(pause, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
