using Ingestion.Contracts;

namespace Ingestion.Clean;

/// <summary>What Clean works on: the bytes as received, and what was said about them.</summary>
/// <param name="Content">The bytes as received.</param>
/// <param name="ContentType">Their media type, with its charset if one was declared: text/html or text/plain.</param>
/// <param name="Hints">What the sender said.</param>
internal sealed record RawArticle(ReadOnlyMemory<byte> Content, string ContentType, ArticleHints Hints);
