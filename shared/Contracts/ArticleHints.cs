namespace Ingestion.Contracts;

/// <summary>What the sender said about an article beside its bytes. A hint helps, the page decides.</summary>
public sealed record ArticleHints
{
    /// <summary>Where the page stood; base of its relative links.</summary>
    public string? Url { get; init; }

    /// <summary>The title, if the sender knows it.</summary>
    public string? Title { get; init; }

    /// <summary>When the sender says it was published.</summary>
    public ArticleTime? PublishedAt { get; init; }

    /// <summary>The language, a BCP 47 tag, where the page declares none: as the sender says, or as its source defaults to.</summary>
    public string? Language { get; init; }

    /// <summary>The licence under which the article may be used, as the sender says, or as its source defaults to.</summary>
    public string? Licence { get; init; }
}
