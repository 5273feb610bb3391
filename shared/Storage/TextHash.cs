using System.Security.Cryptography;
using System.Text;
using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>Tells a correction of the text from one of what is known about it.</summary>
internal static class TextHash
{
    /// <summary>SHA-256 of headline and body, lower-case hex; null for a withdrawal.</summary>
    public static string? Of(CleanedArticle? article) => article is null
        ? null
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{article.Title}\0{article.Standfirst}\0{article.BodyHtml}")));
}
