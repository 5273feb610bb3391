using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Ingest.Submissions;

/// <summary>Gives a draft its identity and its content hash.</summary>
internal static class SubmissionFactory
{
    /// <summary>The submission that the store is to accept.</summary>
    public static NewSubmission Create(SubmissionDraft draft, DateTimeOffset receivedAt, TimeSpan lease, string? traceParent) => new()
    {
        ArticleId = Identify(draft),
        Source = draft.Source,
        SourceArticleId = draft.SourceArticleId,
        Hints = draft.Hints,
        ContentType = draft.ContentType,
        ContentHash = Hash(draft),
        Raw = draft.Content,
        ReceivedAt = receivedAt,
        DueAt = receivedAt + lease,
        TraceParent = traceParent,
    };

    /// <summary>The id of the article that a draft is of: from the source's own id, else the canonical URL, else the content.</summary>
    public static string Identify(SubmissionDraft draft) =>
        ArticleId.Derive(draft.Source, draft.SourceArticleId, CanonicalUrl.Normalize(draft.Hints.Url), draft.Content.Span);

    /// <summary>
    /// SHA-256 over the content and all that was said about it: a corrected title is a new version even if the page is the same.
    /// </summary>
    private static string Hash(SubmissionDraft draft)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, draft.ContentType);
        Append(hash, draft.Hints.Url);
        Append(hash, draft.Hints.Title);
        Append(hash, draft.Hints.PublishedAt?.ToString());
        hash.AppendData(draft.Content.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string? field)
    {
        var bytes = Encoding.UTF8.GetBytes(field ?? "");
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
