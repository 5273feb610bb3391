using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Ingest.Submissions;

/// <summary>Gives a draft its identity and its content hash.</summary>
internal static class SubmissionFactory
{
    /// <summary>The submission that the store is to accept. What its source defaults to is no content: changing that makes no new versions.</summary>
    public static NewSubmission Create(
        SubmissionDraft draft, SourceDefaults? defaults, DateTimeOffset receivedAt, TimeSpan lease, string? traceParent)
    {
        var hints = draft.Hints with
        {
            Language = draft.Hints.Language ?? defaults?.Language,
            Licence = draft.Hints.Licence ?? defaults?.Licence,
        };
        return new NewSubmission
        {
            ArticleId = Identify(draft),
            Source = draft.Source,
            SourceArticleId = draft.SourceArticleId,
            Hints = hints,
            ContentType = draft.ContentType,
            ContentHash = Hash(draft),
            Raw = draft.Content,
            ReceivedAt = receivedAt,
            DueAt = receivedAt + lease,
            EmbargoedUntil = draft.EmbargoedUntil,
            ExpiresAt = draft.ExpiresAt,
            TraceParent = traceParent,
        };
    }

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
        // Only where they are said: what was pushed before they could be keeps its hash.
        AppendIfSaid(hash, "language", draft.Hints.Language);
        AppendIfSaid(hash, "licence", draft.Hints.Licence);
        AppendIfSaid(hash, "embargo", draft.EmbargoedUntil?.ToString("O", CultureInfo.InvariantCulture));
        AppendIfSaid(hash, "expiry", draft.ExpiresAt?.ToString("O", CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void AppendIfSaid(IncrementalHash hash, string name, string? value)
    {
        if (value is null) return;
        Append(hash, name);
        Append(hash, value);
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
