using Ingestion.Contracts;
using static Ingestion.Storage.Sqlite.SqliteColumns;

namespace Ingestion.Storage.Sqlite;

/// <summary>Submissions in SQLite.</summary>
internal sealed class SqliteSubmissionStore(SqliteDatabase database) : ISubmissionStore
{
    private const string FindLatest =
        $"SELECT {SqliteSubmissionRow.Columns} FROM submissions WHERE article_id = $article_id AND is_latest = 1";

    private const string EndLatest = "UPDATE submissions SET is_latest = 0 WHERE article_id = $article_id AND is_latest = 1";

    private const string FindVersion =
        $"SELECT {SqliteSubmissionRow.Columns} FROM submissions WHERE article_id = $article_id AND version = $version";

    private const string ListVersions =
        $"SELECT {SqliteSubmissionRow.Columns} FROM submissions WHERE article_id = $article_id ORDER BY version";

    private const string FindRaw = """
        SELECT r.content, s.content_type FROM submissions s JOIN submission_raw r ON r.submission_id = s.id
        WHERE s.article_id = $article_id AND s.version = $version
        """;

    private const string FindDue = $"""
        SELECT {SqliteSubmissionRow.Columns} FROM submissions WHERE due_at <= $now
        ORDER BY due_at, received_at, article_id LIMIT $limit
        """;

    private const string Claim = """
        UPDATE submissions SET attempt = $attempt, due_at = $due_at WHERE article_id = $article_id AND version = $version
        """;

    private const string Extend = """
        UPDATE submissions SET due_at = $until
        WHERE article_id = $article_id AND version = $version AND state = 'Accepted' AND due_at = $due_at
        """;

    // See Submission.IsHeldBack.
    private const string InHand = "state = 'Accepted' AND NOT (attempt = 0 AND embargoed_until IS NOT NULL)";

    private const string ReleaseLeases = $"UPDATE submissions SET due_at = $now WHERE {InHand}";

    private const string FindExpired = $"""
        SELECT {SqliteSubmissionRow.Columns} FROM submissions WHERE is_latest = 1 AND expires_at <= $now ORDER BY expires_at LIMIT $limit
        """;

    private const string Supersede = """
        UPDATE submissions SET state = 'Superseded', changed_at = $now, due_at = NULL
        WHERE article_id = $article_id AND version = $version AND state = 'Accepted'
        """;

    private const string Defer = """
        UPDATE submissions SET due_at = $due_at, failure = $failure, timeline = $timeline
        WHERE article_id = $article_id AND version = $version AND state = 'Accepted'
        """;

    private const string Fail = """
        UPDATE submissions SET state = 'Failed', changed_at = $changed_at, due_at = NULL, failure = $failure, timeline = $timeline
        WHERE article_id = $article_id AND version = $version AND state = 'Accepted'
        """;

    private const string Replay = """
        UPDATE submissions SET state = 'Accepted', changed_at = $now, due_at = $now, attempt = 0, failure = NULL
        WHERE article_id = $article_id AND version = $version AND state = 'Failed'
        """;

    private const string ReadBacklog = $"""
        SELECT (SELECT count(*) FROM submissions WHERE {InHand}),
               (SELECT count(*) FROM submissions WHERE state = 'Failed'),
               (SELECT min(received_at) FROM submissions WHERE {InHand})
        """;

    /// <inheritdoc/>
    public Task<AcceptResult> AcceptAsync(NewSubmission submission, CancellationToken cancellationToken) =>
        database.WriteAsync(session =>
        {
            var latest = session.QueryFirst(FindLatest, SqliteSubmissionRow.Read, ("$article_id", submission.ArticleId));
            if (latest is not null)
            {
                if (SubmissionRules.IsRepetition(latest, submission)) return new AcceptResult(latest, IsNew: false);
                session.Execute(EndLatest, ("$article_id", submission.ArticleId));
            }
            var stored = SubmissionRules.Begin(submission, version: (latest?.Version ?? 0) + 1);
            SqliteSubmissionRow.Insert(session, stored, submission.Raw);
            return new AcceptResult(stored, IsNew: true);
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<Submission?> AcceptAgainAsync(Resubmission resubmission, CancellationToken cancellationToken) =>
        database.WriteAsync(session =>
        {
            var latest = session.QueryFirst(FindLatest, SqliteSubmissionRow.Read, ("$article_id", resubmission.ArticleId));
            if (latest is null || !SubmissionRules.CanBeMadeAgain(latest, resubmission)) return null;
            session.Execute(EndLatest, ("$article_id", resubmission.ArticleId));
            var stored = SubmissionRules.BeginAgain(latest, resubmission);
            SqliteSubmissionRow.InsertCopy(session, stored, latest.Version);
            return stored;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<Submission?> FindAsync(string articleId, int version, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(
            FindVersion, SqliteSubmissionRow.Read, ("$article_id", articleId), ("$version", version)), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Submission>> ListVersionsAsync(string articleId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Submission>>(session => session.Query(
            ListVersions, SqliteSubmissionRow.Read, ("$article_id", articleId)), cancellationToken);

    /// <inheritdoc/>
    public Task<RawContent?> ReadRawAsync(string articleId, int version, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(
            FindRaw,
            row => new RawContent(row.GetFieldValue<byte[]>(0), row.GetString(1)),
            ("$article_id", articleId), ("$version", version)), cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<Submission>> ListAsync(SubmissionQuery query, CancellationToken cancellationToken)
    {
        var list = SqliteSubmissionList.Of(query);
        return await database.ReadAsync(
            session => ListCursor.ToPage(session.Query(list.Sql, SqliteSubmissionRow.Read, list.Parameters), query.Limit),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Submission>> ClaimDueAsync(
        int limit, DateTimeOffset now, TimeSpan lease, TimeSpan maxLease, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<Submission>>(session =>
        {
            var claimed = session.Query(
                FindDue, SqliteSubmissionRow.Read, ("$now", ToMilliseconds(now)), ("$limit", limit));
            for (var i = 0; i < claimed.Count; i++)
            {
                var attempt = claimed[i].Attempt + 1;
                claimed[i] = claimed[i] with { Attempt = attempt, DueAt = now + Lease.Of(attempt, lease, maxLease) };
                session.Execute(Claim,
                    ("$attempt", attempt), ("$due_at", ToMilliseconds(claimed[i].DueAt)),
                    ("$article_id", claimed[i].ArticleId), ("$version", claimed[i].Version));
            }
            return claimed;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<int> ExtendLeasesAsync(IReadOnlyCollection<LeaseExtension> extensions, CancellationToken cancellationToken) =>
        database.WriteAsync(session => extensions.Sum(extension => session.Execute(Extend,
            ("$article_id", extension.ArticleId), ("$version", extension.Version),
            ("$due_at", ToMilliseconds(extension.DueAt)), ("$until", ToMilliseconds(extension.Until)))), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Submission>> WithdrawExpiredAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<Submission>>(session =>
        {
            var withdrawals = new List<Submission>();
            foreach (var expired in session.Query(FindExpired, SqliteSubmissionRow.Read, ("$now", ToMilliseconds(now)), ("$limit", limit)))
            {
                var withdrawal = SubmissionRules.Expire(expired, now);
                session.Execute(Supersede,
                    ("$article_id", expired.ArticleId), ("$version", expired.Version), ("$now", ToMilliseconds(now)));
                session.Execute(EndLatest, ("$article_id", expired.ArticleId));
                SqliteSubmissionRow.Insert(session, withdrawal, default);
                withdrawals.Add(withdrawal);
            }
            return withdrawals;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<long> ReleaseLeasesAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(session => (long)session.Execute(ReleaseLeases, ("$now", ToMilliseconds(now))), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> DeferAsync(
        string articleId, int version, DateTimeOffset dueAt, StageFailure? failure, IReadOnlyList<StageRun> timeline,
        CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(Defer,
            ("$article_id", articleId), ("$version", version), ("$due_at", ToMilliseconds(dueAt)),
            ("$failure", StoreJson.WriteOrNull(failure)), ("$timeline", StoreJson.Write(timeline))) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> FailAsync(
        string articleId, int version, StageFailure failure, IReadOnlyList<StageRun> timeline, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(Fail,
            ("$article_id", articleId), ("$version", version), ("$changed_at", ToMilliseconds(failure.FailedAt)),
            ("$failure", StoreJson.Write(failure)), ("$timeline", StoreJson.Write(timeline))) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReplayAsync(string articleId, int version, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.WriteAsync(session => session.Execute(Replay,
            ("$article_id", articleId), ("$version", version), ("$now", ToMilliseconds(now))) > 0, cancellationToken);

    /// <inheritdoc/>
    public Task<Backlog> ReadBacklogAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryFirst(
            ReadBacklog, row => new Backlog(row.GetInt64(0), row.GetInt64(1), row.GetTimeOrNull(2)))!, cancellationToken);
}
