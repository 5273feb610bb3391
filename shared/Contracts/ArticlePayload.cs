namespace Ingestion.Contracts;

/// <summary>
/// A cleaned article inside a message, or, above <see cref="Limits.InlineArticleBytes"/>, a reference into the store
/// (claim check). Exactly one of the two is set.
/// </summary>
public sealed record ArticlePayload
{
    /// <summary>The article itself.</summary>
    public CleanedArticle? Inline { get; init; }

    /// <summary>The key under which the store keeps it.</summary>
    public string? Reference { get; init; }
}
