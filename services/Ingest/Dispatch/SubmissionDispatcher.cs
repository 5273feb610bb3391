using System.Diagnostics;
using Ingestion.Contracts;
using Ingestion.Hosting.Bus;
using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Telemetry;
using Ingestion.Storage;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Dispatch;

/// <summary>Publishes what a stored submission asks for. What cannot be published now is due again soon.</summary>
internal sealed class SubmissionDispatcher(
    IBusControl bus,
    ISubmissionStore submissions,
    ConfirmedSubmissions confirmed,
    IOptions<IngestOptions> options,
    TimeProvider clock,
    ILogger<SubmissionDispatcher> logger)
{
    private static readonly TimeSpan DueAgain = TimeSpan.FromSeconds(1);

    /// <summary>Whether the broker can be reached, as far as is known.</summary>
    public bool IsBusReady => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    /// <summary>Publishes one submission's message. A failure is logged and left to the sweeper; it never throws.</summary>
    public async Task DispatchAsync(Submission submission, CancellationToken cancellationToken)
    {
        using var scope = logger.BeginScope(new ArticleScope(submission.ArticleId, submission.Version));
        using var activity = PipelineActivity.Start("dispatch article", submission.ArticleId, submission.Version, submission.TraceParent)
            ?.SetTag("article.source", submission.Source).SetTag("article.attempt", submission.Attempt);
        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(options.Value.PublishTimeout);
            if (!IsBusReady) throw new BusNotReadyException();
            await PublishAsync(submission, timeout.Token);
            confirmed.Add(submission);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            activity?.AddException(e).SetStatus(ActivityStatusCode.Error, e.Message);
            logger.LogWarning("Not published, left to the sweeper: {Error}", e.Message);
            await DeferAsync(submission, cancellationToken);
        }
    }

    private Task PublishAsync(Submission submission, CancellationToken cancellationToken) =>
        submission.Kind == SubmissionKind.Withdrawal
            ? bus.PublishMandatoryAsync(Withdrawn(submission), cancellationToken)
            : bus.PublishMandatoryAsync(Ingested(submission), cancellationToken);

    private async Task DeferAsync(Submission submission, CancellationToken cancellationToken)
    {
        try
        {
            await submissions.DeferAsync(
                submission.ArticleId, submission.Version, clock.GetUtcNow().ToWholeMilliseconds() + DueAgain, failure: null, [], cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            logger.LogWarning("The store is down too, so it is due when its lease ends: {Error}", e.Message);
        }
    }

    private ArticleIngested Ingested(Submission submission) => new()
    {
        ArticleId = submission.ArticleId,
        Version = submission.Version,
        Source = submission.Source,
        ReceivedAt = submission.ReceivedAt,
        Attempt = submission.Attempt,
        ContentType = submission.ContentType,
        ContentHash = submission.ContentHash,
        RawLength = submission.RawLength,
        Hints = submission.Hints,
        RecleanedFrom = submission.RecleanedFrom,
        Timeline = Timeline(submission),
    };

    private ArticleWithdrawn Withdrawn(Submission submission) => new()
    {
        ArticleId = submission.ArticleId,
        Version = submission.Version,
        Source = submission.Source,
        ReceivedAt = submission.ReceivedAt,
        Attempt = submission.Attempt,
        Timeline = Timeline(submission),
    };

    /// <summary>Ingest's own entry: from receipt to here at the first attempt, a moment at a later one.</summary>
    private IReadOnlyList<StageRun> Timeline(Submission submission)
    {
        var now = clock.GetUtcNow().ToWholeMilliseconds();
        var startedAt = submission.Attempt == 1 ? submission.ReceivedAt : now;
        var milliseconds = Math.Max(0, (now - startedAt).TotalMilliseconds);
        return [new StageRun(Stage.Ingest, startedAt, milliseconds, submission.Attempt, Activity.Current?.TraceId.ToHexString())];
    }
}
