using System.Diagnostics;
using Ingestion.Hosting.Pipeline;
using Ingestion.Hosting.Telemetry;
using Ingestion.Ingest.Access;
using Ingestion.Ingest.Dispatch;
using Ingestion.Ingest.Sources;
using Ingestion.Storage;
using Microsoft.Extensions.Options;

namespace Ingestion.Ingest.Submissions;

/// <summary>Accepts: one durable write, then the article is handed on. Every way in goes through here.</summary>
internal sealed class Intake(
    ISubmissionStore submissions,
    SourceGate gate,
    DispatchQueue queue,
    PipelineMetrics metrics,
    IOptions<IngestOptions> options,
    TimeProvider clock,
    ILogger<Intake> logger)
{
    /// <summary>Accepts an article.</summary>
    /// <exception cref="RefusedException">Its source may not push, or not now.</exception>
    /// <exception cref="StoreUnavailableException">The store is down; nothing was accepted.</exception>
    public async Task<AcceptResult> AcceptAsync(SubmissionDraft draft, CancellationToken cancellationToken)
    {
        var source = await gate.AdmitAsync(draft.Source, cancellationToken);
        var submission = SubmissionFactory.Create(draft, source?.Defaults, Now(), options.Value.Lease, Activity.Current?.Id);
        if (submission.ExpiresAt <= submission.ReceivedAt && await FindLatestAsync(submission.ArticleId, cancellationToken) is { Kind: SubmissionKind.Withdrawal } gone)
            return new AcceptResult(gone, IsNew: false); // it has been withdrawn already: it expired before it was sent again
        return await AcceptAsync(submission, cancellationToken);
    }

    /// <summary>Accepts the withdrawal of an article; null if there is no such article.</summary>
    /// <exception cref="RefusedException">The caller may not withdraw articles of its source.</exception>
    /// <exception cref="StoreUnavailableException">The store is down; nothing was accepted.</exception>
    public async Task<AcceptResult?> WithdrawAsync(string articleId, CancellationToken cancellationToken)
    {
        if (await FindLatestAsync(articleId, cancellationToken) is not { } latest) return null;
        gate.AdmitWithdrawal(latest.Source);
        var now = Now();
        var withdrawal = new NewSubmission
        {
            ArticleId = articleId,
            Kind = SubmissionKind.Withdrawal,
            Source = latest.Source,
            SourceArticleId = latest.SourceArticleId,
            ReceivedAt = now,
            DueAt = now + options.Value.Lease,
            TraceParent = Activity.Current?.Id,
        };
        return await AcceptAsync(withdrawal, cancellationToken);
    }

    private async Task<AcceptResult> AcceptAsync(NewSubmission submission, CancellationToken cancellationToken)
    {
        var result = await submissions.AcceptAsync(submission, cancellationToken);
        var (articleId, version) = (result.Submission.ArticleId, result.Submission.Version);
        Activity.Current?.SetTag("article.id", articleId).SetTag("article.version", version);
        using var scope = logger.BeginScope(new ArticleScope(articleId, version));
        if (!result.IsNew)
        {
            logger.LogInformation("Already accepted from {Source}", submission.Source);
            return result;
        }
        metrics.Accepted(submission.Source);
        logger.LogInformation("Accepted {Bytes} bytes of {ContentType} from {Source}", submission.Raw.Length, submission.ContentType, submission.Source);
        // From here on nothing may fail the request: what the queue does not take, the sweeper finds.
        // So it does what is under embargo, when that ends, and what has expired, to withdraw it.
        if (!result.Submission.IsHeldBack() && !(submission.ExpiresAt <= submission.ReceivedAt)) queue.TryEnqueue(result.Submission);
        return result;
    }

    private async Task<Submission?> FindLatestAsync(string articleId, CancellationToken cancellationToken) =>
        await submissions.ListVersionsAsync(articleId, cancellationToken) is [.., var latest] ? latest : null;

    private DateTimeOffset Now() => clock.GetUtcNow().ToWholeMilliseconds();
}
