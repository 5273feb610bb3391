using Ingestion.Storage;
using Polly;
using Polly.Retry;

namespace Ingestion.Hosting.Pipeline;

/// <summary>
/// Waits for a store that is down, as long as it takes: the message stays unacknowledged in the consumer's hands and the queue
/// behind it is the buffer. Nothing is lost, and nothing piles up in an error queue.
/// </summary>
public static class StoreRetry
{
    /// <summary>A pipeline that tries again, half a second to half a minute later, until it works or is cancelled.</summary>
    public static ResiliencePipeline Create(TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StoreUnavailableException>(),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(30),
                UseJitter = true,
            })
            .Build();
}
