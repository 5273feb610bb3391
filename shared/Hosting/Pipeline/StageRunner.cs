using System.Diagnostics;
using Ingestion.Contracts;
using Ingestion.Hosting.Telemetry;
using Ingestion.Storage;
using MassTransit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace Ingestion.Hosting.Pipeline;

/// <summary>
/// Runs one stage for one message and decides what a failure means. Poison (<see cref="ArticleRejectedException"/>) fails at
/// once. A store that is down is waited for. Anything else is tried again within seconds, then put back into the store for a
/// later attempt, and after the last attempt fails. So no failure throws, and none blocks the messages behind it.
/// </summary>
public sealed class StageRunner
{
    private readonly ISubmissionStore _submissions;
    private readonly PipelineMetrics _metrics;
    private readonly PipelineOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<StageRunner> _logger;
    private readonly ResiliencePipeline _storeRetry;
    private readonly ResiliencePipeline _tries;

    /// <summary>Makes a runner.</summary>
    public StageRunner(
        ISubmissionStore submissions, PipelineMetrics metrics, IOptions<PipelineOptions> options, TimeProvider clock, ILogger<StageRunner> logger)
    {
        (_submissions, _metrics, _options, _clock, _logger) = (submissions, metrics, options.Value, clock, logger);
        _storeRetry = StoreRetry.Create(clock);
        _tries = CreateTries(_options, clock);
    }

    /// <summary>Runs a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="context">The message.</param>
    /// <param name="work">Does the work and, last, publishes what comes of it. It may run more than once.</param>
    public async Task RunAsync<T>(Stage stage, ConsumeContext<T> context, Func<StageExecution, CancellationToken, Task> work)
        where T : class, IArticleMessage
    {
        var message = context.Message;
        using var scope = _logger.BeginScope(new ArticleScope(message.ArticleId, message.Version));
        using var activity = PipelineActivity.Start($"{stage.ToString().ToLowerInvariant()} article", message.ArticleId, message.Version)
            ?.SetTag("article.source", message.Source).SetTag("article.attempt", message.Attempt);
        var execution = new StageExecution(stage, message, _clock);
        try
        {
            await _storeRetry.ExecuteAsync(
                async token => await _tries.ExecuteAsync(async inner => await work(execution, inner), token), context.CancellationToken);
            _metrics.StageRan(stage, execution.Milliseconds);
            _logger.LogInformation(
                "{Stage} done in {Milliseconds} ms, attempt {Attempt}", stage, execution.Milliseconds, message.Attempt);
        }
        catch (Exception e) when (!context.CancellationToken.IsCancellationRequested)
        {
            activity?.AddException(e).SetStatus(ActivityStatusCode.Error, e.Message);
            await _storeRetry.ExecuteAsync(
                async token => await RecordAsync(stage, message, execution, e, token), context.CancellationToken);
        }
    }

    private async Task RecordAsync(
        Stage stage, IArticleMessage message, StageExecution execution, Exception exception, CancellationToken cancellationToken)
    {
        var rejected = exception as ArticleRejectedException;
        var reason = rejected?.Reason ?? exception.GetType().Name;
        var failure = new StageFailure(stage, reason, exception.Message, exception.ToString(), _clock.GetUtcNow().ToWholeMilliseconds());
        if (rejected is not null || message.Attempt >= _options.MaxAttempts)
        {
            if (!await _submissions.FailAsync(message.ArticleId, message.Version, failure, execution.Timeline, cancellationToken)) return;
            _metrics.Failed(stage, reason);
            _logger.LogError(exception, "{Stage} failed for good: {Reason}", stage, reason);
            return;
        }
        var dueAt = failure.FailedAt + _options.DelayAfter(message.Attempt);
        if (!await _submissions.DeferAsync(message.ArticleId, message.Version, dueAt, failure, execution.Timeline, cancellationToken)) return;
        _metrics.Deferred(stage, reason);
        _logger.LogWarning(exception, "{Stage} failed at attempt {Attempt}; due again at {DueAt:O}", stage, message.Attempt, dueAt);
    }

    private static ResiliencePipeline CreateTries(PipelineOptions options, TimeProvider clock)
    {
        if (options.TriesPerAttempt == 1) return ResiliencePipeline.Empty;
        return new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = args => ValueTask.FromResult(
                    args.Outcome.Exception is not (null or ArticleRejectedException or StoreUnavailableException or OperationCanceledException)),
                MaxRetryAttempts = options.TriesPerAttempt - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = options.TryDelay,
            })
            .Build();
    }
}
