using System.Security.Cryptography;
using System.Text;

namespace Ingestion.Contracts;

/// <summary>
/// Derives the id of an article. Ids are never random: the same submission twice gives the same id,
/// so every retry, replay and redelivery meets the article it is about.
/// </summary>
/// <remarks>
/// An id is 26 characters of lower-case Crockford base32 (no i, l, o, u): the first 130 bits of a SHA-256
/// over source, kind of key and key. It is safe in a URL, a queue header and a file name.
/// </remarks>
public static class ArticleId
{
    /// <summary>Characters in an id.</summary>
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>
    /// The id from the best key the submission has: the source's own id, else the canonical URL, else the content.
    /// </summary>
    /// <param name="source">The source the article came from. Two sources never share an article.</param>
    /// <param name="sourceArticleId">The source's own id (guid, uri), if it gave one.</param>
    /// <param name="canonicalUrl">The article's canonical URL, if it is known.</param>
    /// <param name="content">The bytes as received: the key of last resort.</param>
    public static string Derive(string source, string? sourceArticleId, string? canonicalUrl, ReadOnlySpan<byte> content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        if (!string.IsNullOrWhiteSpace(sourceArticleId)) return Derive(source, "id", sourceArticleId.Trim());
        if (!string.IsNullOrWhiteSpace(canonicalUrl)) return Derive(source, "url", canonicalUrl.Trim());
        return Derive(source, "content", Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>Whether the text has the form of an id. It says nothing about whether such an article exists.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: Length } && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    private static string Derive(string source, string kind, string key) =>
        ToBase32(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{kind}\n{key}")));

    private static string ToBase32(ReadOnlySpan<byte> hash)
    {
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            var bit = i * 5;
            var pair = (hash[bit / 8] << 8) | hash[bit / 8 + 1];
            text[i] = Alphabet[(pair >> (11 - bit % 8)) & 31];
        }
        return new string(text);
    }
}
