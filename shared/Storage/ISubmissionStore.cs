using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>
/// Keeps what was accepted: raw bytes and state in one durable write, the versions of each article, and what is due.
/// Every method throws <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface ISubmissionStore
{
    /// <summary>
    /// Stores a submission as the next version of its article, durably, or finds that the article's latest version
    /// has the same content (for a withdrawal: is a withdrawal) already. Safe under concurrent calls for one article.
    /// The version before stops being the latest; nothing else about it changes. One under embargo is due when that ends.
    /// </summary>
    Task<AcceptResult> AcceptAsync(NewSubmission submission, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the next version of an article from the bytes and hints of the one that the caller has seen, durably and due at once, unless
    /// the article has a newer version by now, or that one is a withdrawal: then nothing is written, and the answer is null. The same
    /// content pushed later is still the same content.
    /// </summary>
    Task<Submission?> AcceptAgainAsync(Resubmission resubmission, CancellationToken cancellationToken);

    /// <summary>One version, or null.</summary>
    Task<Submission?> FindAsync(string articleId, int version, CancellationToken cancellationToken);

    /// <summary>All versions of an article, oldest first; empty if there is no such article.</summary>
    Task<IReadOnlyList<Submission>> ListVersionsAsync(string articleId, CancellationToken cancellationToken);

    /// <summary>The bytes of one version as received, or null if there is no such version or it is a withdrawal.</summary>
    Task<RawContent?> ReadRawAsync(string articleId, int version, CancellationToken cancellationToken);

    /// <summary>Lists the latest version of each article, newest first (received, then article id), by keyset.</summary>
    /// <exception cref="InvalidCursorException">The cursor was not made by this store.</exception>
    Task<Page<Submission>> ListAsync(SubmissionQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a lease on up to <paramref name="limit"/> unfinished submissions that are due at <paramref name="now"/>, oldest
    /// first: counts their attempt up and makes them due again when <paramref name="lease"/> ends, doubled with each attempt
    /// and at most <paramref name="maxLease"/>. No two callers get the same submission in the same lease.
    /// </summary>
    Task<IReadOnlyList<Submission>> ClaimDueAsync(
        int limit, DateTimeOffset now, TimeSpan lease, TimeSpan maxLease, CancellationToken cancellationToken);

    /// <summary>
    /// Extends the lease of each that is unfinished and whose lease still ends when <see cref="LeaseExtension.DueAt"/> says: one that was
    /// deferred or claimed since keeps its own. Answers how many were extended.
    /// </summary>
    Task<int> ExtendLeasesAsync(IReadOnlyCollection<LeaseExtension> extensions, CancellationToken cancellationToken);

    /// <summary>
    /// Takes back what has expired: makes a withdrawal, due at once, the next version of up to <paramref name="limit"/> articles whose latest
    /// version expires at or before <paramref name="now"/>, those that expired first before others. What has expired before it was published
    /// becomes <see cref="SubmissionState.Superseded"/>. Answers the withdrawals; no two callers make one for the same version.
    /// </summary>
    Task<IReadOnlyList<Submission>> WithdrawExpiredAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Makes every unfinished submission due at <paramref name="now"/>, but for those that are held back (see
    /// <see cref="Submission.IsHeldBack"/>): what a process does at start whose transport died with it. Answers how many there are.
    /// </summary>
    Task<long> ReleaseLeasesAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a submission back after a passing failure, due at <paramref name="dueAt"/>. Changes nothing, and answers false,
    /// if it is finished.
    /// </summary>
    Task<bool> DeferAsync(
        string articleId, int version, DateTimeOffset dueAt, StageFailure? failure, IReadOnlyList<StageRun> timeline,
        CancellationToken cancellationToken);

    /// <summary>Marks a submission failed for good. Changes nothing, and answers false, if it is finished.</summary>
    Task<bool> FailAsync(
        string articleId, int version, StageFailure failure, IReadOnlyList<StageRun> timeline, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a failed submission unfinished again, due at <paramref name="now"/>, at attempt 0 (the next claim makes it 1) and
    /// without its failure. Answers false if there is no such version or it is not failed.
    /// </summary>
    Task<bool> ReplayAsync(string articleId, int version, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>What the pipeline has in hand; what is held back is not.</summary>
    Task<Backlog> ReadBacklogAsync(CancellationToken cancellationToken);
}
