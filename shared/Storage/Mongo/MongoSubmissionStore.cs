using Ingestion.Contracts;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Ingestion.Storage.Mongo;

/// <summary>Submissions in MongoDB: one document each, raw bytes included, so that accepting one is one durable write.</summary>
internal sealed class MongoSubmissionStore(MongoDatabase database) : ISubmissionStore
{
    private const string Raw = "raw";
    private const string Claim = "claim";

    private static readonly FilterDefinitionBuilder<Submission> Filter = Builders<Submission>.Filter;
    private static readonly UpdateDefinitionBuilder<Submission> Update = Builders<Submission>.Update;
    private static readonly ProjectionDefinition<Submission, Submission> WithoutRaw =
        Builders<Submission>.Projection.Exclude(Raw);

    /// <summary>See <see cref="Submission.IsHeldBack"/>.</summary>
    private static FilterDefinition<Submission> InHand =>
        Filter.Where(s => s.State == SubmissionState.Accepted) & (Filter.Ne(s => s.Attempt, 0) | Filter.Eq(s => s.EmbargoedUntil, null));

    private IMongoCollection<Submission> Submissions => database.Submissions;

    /// <inheritdoc/>
    public Task<AcceptResult> AcceptAsync(NewSubmission submission, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            while (true)
            {
                var latest = await FindLatestAsync(submission.ArticleId, cancellationToken);
                if (latest is not null && SubmissionRules.IsRepetition(latest, submission))
                    return new AcceptResult(latest, IsNew: false);
                var stored = SubmissionRules.Begin(submission, version: (latest?.Version ?? 0) + 1);
                try
                {
                    await InsertAsync(stored, submission.Raw, cancellationToken);
                    return new AcceptResult(stored, IsNew: true);
                }
                catch (MongoException e) when (MongoErrors.IsDuplicateKey(e))
                {
                    // Somebody else was first with this version: look again.
                }
            }
        });

    /// <inheritdoc/>
    public Task<Submission?> AcceptAgainAsync(Resubmission resubmission, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            var latest = await FindLatestAsync(resubmission.ArticleId, cancellationToken);
            if (latest is null || !SubmissionRules.CanBeMadeAgain(latest, resubmission)) return null;
            if (await ReadRawAsync(latest.ArticleId, latest.Version, cancellationToken) is not { } raw) return null;
            var stored = SubmissionRules.BeginAgain(latest, resubmission);
            try
            {
                await InsertAsync(stored, raw.Content, cancellationToken);
                return stored;
            }
            catch (MongoException e) when (MongoErrors.IsDuplicateKey(e))
            {
                return null; // somebody else was first with this version
            }
        });

    /// <inheritdoc/>
    public Task<Submission?> FindAsync(string articleId, int version, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<Submission?>(async () =>
            await Submissions.Find(Is(articleId, version)).Project(WithoutRaw).FirstOrDefaultAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Submission>> ListVersionsAsync(string articleId, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<Submission>>(async () =>
            await Submissions.Find(s => s.ArticleId == articleId).SortBy(s => s.Version).Project(WithoutRaw)
                .ToListAsync(cancellationToken));

    /// <inheritdoc/>
    public Task<RawContent?> ReadRawAsync(string articleId, int version, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            var document = await database.SubmissionDocuments
                .Find(new BsonDocument("_id", MongoDatabase.Key(articleId, version)))
                .Project(Builders<BsonDocument>.Projection.Include(Raw).Include("contentType"))
                .FirstOrDefaultAsync(cancellationToken);
            return document is not null && document.TryGetValue(Raw, out var raw)
                ? new RawContent(raw.AsByteArray, document["contentType"].AsString)
                : null;
        });

    /// <inheritdoc/>
    public async Task<Page<Submission>> ListAsync(SubmissionQuery query, CancellationToken cancellationToken)
    {
        var filter = MongoSubmissionList.FilterOf(query);
        return await MongoErrors.TranslateAsync(async () => ListCursor.ToPage(
            await Submissions.Find(filter).SortByDescending(s => s.ReceivedAt).ThenByDescending(s => s.ArticleId)
                // One more than the page holds tells whether there is another page.
                .Limit(query.Limit + 1).Project(WithoutRaw).ToListAsync(cancellationToken),
            query.Limit));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Submission>> ClaimDueAsync(
        int limit, DateTimeOffset now, TimeSpan lease, TimeSpan maxLease, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<Submission>>(async () =>
        {
            var claimed = new List<Submission>();
            while (claimed.Count < limit)
            {
                var due = await FindDueAsync(limit - claimed.Count, now, cancellationToken);
                if (due.Count == 0) break;
                claimed.AddRange(await ClaimAsync(due, now, lease, maxLease, cancellationToken));
            }
            return claimed;
        });

    /// <inheritdoc/>
    public Task<int> ExtendLeasesAsync(IReadOnlyCollection<LeaseExtension> extensions, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            // One read finds the few that are unfinished among many that are not.
            var keys = extensions.Select(extension => MongoDatabase.Key(extension.ArticleId, extension.Version));
            var unfinished = await Submissions.Find(Filter.In("_id", keys) & Filter.Eq(s => s.State, SubmissionState.Accepted))
                .Project(s => new { s.ArticleId, s.Version }).ToListAsync(cancellationToken);
            var found = unfinished.Select(s => MongoDatabase.Key(s.ArticleId, s.Version)).ToHashSet();
            var writes = extensions.Where(extension => found.Contains(MongoDatabase.Key(extension.ArticleId, extension.Version)))
                .Select(extension => new UpdateOneModel<Submission>(
                    Is(extension.ArticleId, extension.Version)
                        & Filter.Where(s => s.State == SubmissionState.Accepted && s.DueAt == extension.DueAt),
                    Update.Set(s => s.DueAt, extension.Until)))
                .ToList();
            if (writes.Count == 0) return 0;
            var result = await Submissions.BulkWriteAsync(writes, new BulkWriteOptions { IsOrdered = false }, cancellationToken);
            return (int)result.MatchedCount;
        });

    /// <inheritdoc/>
    public Task<IReadOnlyList<Submission>> WithdrawExpiredAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync<IReadOnlyList<Submission>>(async () =>
        {
            var expired = await Submissions.Find(s => s.IsLatest && s.ExpiresAt <= now).SortBy(s => s.ExpiresAt)
                .Limit(limit).Project(WithoutRaw).ToListAsync(cancellationToken);
            var withdrawals = new List<Submission>();
            foreach (var version in expired)
            {
                var withdrawal = SubmissionRules.Expire(version, now);
                try
                {
                    await InsertAsync(withdrawal, default, cancellationToken);
                    withdrawals.Add(withdrawal);
                    await ChangeAsync(
                        version.ArticleId, version.Version, SubmissionState.Accepted,
                        Update.Set(s => s.State, SubmissionState.Superseded).Set(s => s.ChangedAt, now).Set(s => s.DueAt, null), cancellationToken);
                }
                catch (MongoException e) when (MongoErrors.IsDuplicateKey(e))
                {
                    // Somebody else was first, with this withdrawal or with a newer version.
                }
            }
            return withdrawals;
        });

    /// <inheritdoc/>
    public Task<long> ReleaseLeasesAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            var result = await Submissions.UpdateManyAsync(
                InHand, Update.Set(s => s.DueAt, now), cancellationToken: cancellationToken);
            return result.MatchedCount;
        });

    /// <inheritdoc/>
    public Task<bool> DeferAsync(
        string articleId, int version, DateTimeOffset dueAt, StageFailure? failure, IReadOnlyList<StageRun> timeline,
        CancellationToken cancellationToken) =>
        ChangeAsync(
            articleId, version, SubmissionState.Accepted,
            Update.Set(s => s.DueAt, dueAt).Set(s => s.Failure, failure).Set(s => s.Timeline, timeline),
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> FailAsync(
        string articleId, int version, StageFailure failure, IReadOnlyList<StageRun> timeline, CancellationToken cancellationToken) =>
        ChangeAsync(
            articleId, version, SubmissionState.Accepted,
            Update.Set(s => s.State, SubmissionState.Failed).Set(s => s.ChangedAt, failure.FailedAt).Set(s => s.DueAt, null)
                .Set(s => s.Failure, failure).Set(s => s.Timeline, timeline),
            cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReplayAsync(string articleId, int version, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(
            articleId, version, SubmissionState.Failed,
            Update.Set(s => s.State, SubmissionState.Accepted).Set(s => s.ChangedAt, now).Set(s => s.DueAt, now)
                .Set(s => s.Attempt, 0).Set(s => s.Failure, null),
            cancellationToken);

    /// <inheritdoc/>
    public Task<Backlog> ReadBacklogAsync(CancellationToken cancellationToken) => MongoErrors.TranslateAsync(async () =>
    {
        var unfinished = Submissions.CountDocumentsAsync(InHand, cancellationToken: cancellationToken);
        var failed = Submissions.CountDocumentsAsync(
            s => s.State == SubmissionState.Failed, cancellationToken: cancellationToken);
        var oldest = Submissions.Find(InHand).SortBy(s => s.ReceivedAt)
            .Project(s => (DateTimeOffset?)s.ReceivedAt).FirstOrDefaultAsync(cancellationToken);
        await Task.WhenAll(unfinished, failed, oldest);
        return new Backlog(await unfinished, await failed, await oldest);
    });

    private static FilterDefinition<Submission> Is(string articleId, int version) =>
        Filter.Eq("_id", MongoDatabase.Key(articleId, version));

    private async Task<Submission?> FindLatestAsync(string articleId, CancellationToken cancellationToken) =>
        await Submissions.Find(s => s.ArticleId == articleId).SortByDescending(s => s.Version).Project(WithoutRaw)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>A first version is one insert. A later one ends the one before as the latest in the same transaction.</summary>
    private async Task InsertAsync(Submission submission, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        var document = submission.ToBsonDocument();
        document.InsertAt(0, new BsonElement("_id", MongoDatabase.Key(submission.ArticleId, submission.Version)));
        if (submission.Kind == SubmissionKind.Article) document.Add(Raw, new BsonBinaryData(raw.ToArray()));
        if (submission.Version == 1)
        {
            await database.SubmissionDocuments.InsertOneAsync(document, cancellationToken: cancellationToken);
            return;
        }
        await MongoTransaction.RunAsync(database.Client, async session =>
        {
            await database.SubmissionDocuments.InsertOneAsync(session, document, cancellationToken: cancellationToken);
            return await Submissions.UpdateOneAsync(
                session, Is(submission.ArticleId, submission.Version - 1), Update.Set(s => s.IsLatest, false),
                cancellationToken: cancellationToken);
        }, cancellationToken);
    }

    private Task<List<Submission>> FindDueAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        Submissions.Find(s => s.State == SubmissionState.Accepted && s.DueAt <= now)
            .SortBy(s => s.DueAt).ThenBy(s => s.ReceivedAt).ThenBy(s => s.ArticleId)
            .Limit(limit).Project(WithoutRaw).ToListAsync(cancellationToken);

    /// <summary>
    /// Takes what was found due, in one write for those of the same attempt, which get the same lease. Each document is guarded by
    /// its attempt, so that of two claimers one gets it; the claim's own id tells which were taken.
    /// </summary>
    private async Task<IEnumerable<Submission>> ClaimAsync(
        List<Submission> due, DateTimeOffset now, TimeSpan lease, TimeSpan maxLease, CancellationToken cancellationToken)
    {
        var claim = ObjectId.GenerateNewId();
        var writes = due.GroupBy(s => s.Attempt).Select(sameAttempt => new UpdateManyModel<Submission>(
            Filter.In("_id", sameAttempt.Select(KeyOf))
                & Filter.Where(s => s.State == SubmissionState.Accepted && s.DueAt <= now && s.Attempt == sameAttempt.Key),
            Update.Set(s => s.DueAt, now + Lease.Of(sameAttempt.Key + 1, lease, maxLease))
                .Set(s => s.Attempt, sameAttempt.Key + 1).Set(Claim, claim)));
        await Submissions.BulkWriteAsync(writes, new BulkWriteOptions { IsOrdered = false }, cancellationToken);

        var taken = await Submissions.Find(Filter.In("_id", due.Select(KeyOf)) & Filter.Eq(Claim, claim))
            .Project(WithoutRaw).ToListAsync(cancellationToken);
        var takenByKey = taken.ToDictionary(KeyOf);
        return due.Where(s => takenByKey.ContainsKey(KeyOf(s))).Select(s => takenByKey[KeyOf(s)]);
    }

    private static string KeyOf(Submission submission) => MongoDatabase.Key(submission.ArticleId, submission.Version);

    private Task<bool> ChangeAsync(
        string articleId, int version, SubmissionState from, UpdateDefinition<Submission> update, CancellationToken cancellationToken) =>
        MongoErrors.TranslateAsync(async () =>
        {
            var result = await Submissions.UpdateOneAsync(
                Is(articleId, version) & Filter.Eq(s => s.State, from), update, cancellationToken: cancellationToken);
            return result.MatchedCount > 0;
        });
}
