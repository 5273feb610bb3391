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
}
