using Ingestion.Contracts;
using Microsoft.Data.Sqlite;

namespace Ingestion.Storage.Sqlite;

/// <summary>A row of <c>submissions</c>: how it is read and added.</summary>
internal static class SqliteSubmissionRow
{
    public const string Columns = """
        article_id, version, is_latest, kind, source, source_article_id, hints, content_type, content_hash, raw_length,
        received_at, trace_parent, state, changed_at, attempt, due_at, failure, timeline, summary, recleaned_from, embargoed_until,
        expires_at
        """;

    private const string InsertRow = """
        INSERT INTO submissions (article_id, version, is_latest, kind, source, source_article_id, hints, content_type, content_hash,
            raw_length, received_at, trace_parent, state, changed_at, attempt, due_at, timeline, recleaned_from, embargoed_until,
            expires_at)
        VALUES ($article_id, $version, 1, $kind, $source, $source_article_id, $hints, $content_type, $content_hash,
            $raw_length, $received_at, $trace_parent, $state, $changed_at, $attempt, $due_at, $timeline, $recleaned_from, $embargoed_until,
            $expires_at)
        """;

    private const string InsertRaw =
        "INSERT INTO submission_raw (submission_id, content) VALUES (last_insert_rowid(), $content)";

    private const string CopyRaw = """
        INSERT INTO submission_raw (submission_id, content)
        SELECT last_insert_rowid(), r.content FROM submissions s JOIN submission_raw r ON r.submission_id = s.id
        WHERE s.article_id = $article_id AND s.version = $version
        """;

    public static Submission Read(SqliteDataReader row) => new()
    {
        ArticleId = row.GetString(0),
        Version = row.GetInt32(1),
        IsLatest = row.GetBoolean(2),
        Kind = row.GetEnum<SubmissionKind>(3),
        Source = row.GetString(4),
        SourceArticleId = row.GetStringOrNull(5),
        Hints = StoreJson.Read<ArticleHints>(row.GetString(6)),
        ContentType = row.GetString(7),
        ContentHash = row.GetString(8),
        RawLength = row.GetInt64(9),
        ReceivedAt = row.GetTime(10),
        TraceParent = row.GetStringOrNull(11),
        State = row.GetEnum<SubmissionState>(12),
        ChangedAt = row.GetTime(13),
        Attempt = row.GetInt32(14),
        DueAt = row.GetTimeOrNull(15),
        Failure = StoreJson.ReadOrNull<StageFailure>(row.GetStringOrNull(16)),
        Timeline = StoreJson.Read<IReadOnlyList<StageRun>>(row.GetString(17)),
        Summary = StoreJson.ReadOrNull<ArticleSummary>(row.GetStringOrNull(18)),
        RecleanedFrom = row.IsDBNull(19) ? null : row.GetInt32(19),
        EmbargoedUntil = row.GetTimeOrNull(20),
        ExpiresAt = row.GetTimeOrNull(21),
    };

    /// <summary>Adds a submission with its bytes.</summary>
    public static void Insert(SqliteSession session, Submission submission, ReadOnlyMemory<byte> raw)
    {
        Insert(session, submission);
        if (submission.Kind == SubmissionKind.Article) session.Execute(InsertRaw, ("$content", ToArray(raw)));
    }

    /// <summary>Adds a submission with the bytes of another version of its article.</summary>
    public static void InsertCopy(SqliteSession session, Submission submission, int version)
    {
        Insert(session, submission);
        session.Execute(CopyRaw, ("$article_id", submission.ArticleId), ("$version", version));
    }

    private static void Insert(SqliteSession session, Submission submission) => session.Execute(InsertRow,
        ("$article_id", submission.ArticleId),
        ("$version", submission.Version),
        ("$kind", submission.Kind.ToString()),
        ("$source", submission.Source),
        ("$source_article_id", submission.SourceArticleId),
        ("$hints", StoreJson.Write(submission.Hints)),
        ("$content_type", submission.ContentType),
        ("$content_hash", submission.ContentHash),
        ("$raw_length", submission.RawLength),
        ("$received_at", SqliteColumns.ToMilliseconds(submission.ReceivedAt)),
        ("$trace_parent", submission.TraceParent),
        ("$state", submission.State.ToString()),
        ("$changed_at", SqliteColumns.ToMilliseconds(submission.ChangedAt)),
        ("$attempt", submission.Attempt),
        ("$due_at", SqliteColumns.ToMilliseconds(submission.DueAt)),
        ("$timeline", StoreJson.Write(submission.Timeline)),
        ("$recleaned_from", submission.RecleanedFrom),
        ("$embargoed_until", SqliteColumns.ToMilliseconds(submission.EmbargoedUntil)),
        ("$expires_at", SqliteColumns.ToMilliseconds(submission.ExpiresAt)));

    // Spares the copy where the memory is a whole array, as it is for a body read to its end.
    private static byte[] ToArray(ReadOnlyMemory<byte> memory) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(memory, out var segment)
        && segment is { Array: { } array, Offset: 0 } && segment.Count == array.Length
            ? array
            : memory.ToArray();
}
