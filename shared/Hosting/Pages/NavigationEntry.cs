namespace Ingestion.Hosting.Pages;

/// <summary>
/// A link in the head of every page. Each service brings those to its own pages, so that a page links to what this process serves and
/// to nothing else.
/// </summary>
/// <param name="Order">Its place among the others: 100 articles, 200 sources, 300 subscriptions, 900 and more what is for programs.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Path">Where it leads.</param>
public sealed record NavigationEntry(int Order, string Text, string Path)
{
    /// <summary>The path above the pages that belong to it, where that is another than its own.</summary>
    public string? Section { get; init; }

    /// <summary>The media type, for what feed readers are to find by themselves (RFC 4287); null for a page.</summary>
    public string? FeedType { get; init; }
}
