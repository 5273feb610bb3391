using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Publish.Feeds;

/// <summary>What every format says of an article, worked out once.</summary>
internal sealed record FeedEntry(PublishedArticle Published, CleanedArticle Article)
{
    /// <summary>When this version was published.</summary>
    public DateTimeOffset Updated => Published.PublishedAt;

    /// <summary>When the article was published, as its page says, else when its first version was.</summary>
    public DateTimeOffset PublishedAt => Article.PublishedAt?.ToInstant() ?? Published.FirstPublishedAt;

    /// <summary>Its authors; where the page names none, its publisher, else its source: Atom requires one.</summary>
    public IReadOnlyList<string> Authors =>
        Lines(Article.Authors) is { Count: > 0 } authors ? authors : [FeedText.Line(Article.Publisher) ?? Published.Source];

    /// <summary>The headline; where there is none, what there is of the article, since formats want one that is not empty.</summary>
    public string Title => FeedText.Line(Article.Title) ?? Original ?? Published.ArticleId;

    /// <summary>The language, if it could be told.</summary>
    public string? Language => Published.Language is null or "und" ? null : Published.Language;

    /// <summary>The section and the tags, as the page writes them, each once.</summary>
    public IReadOnlyList<string> Categories =>
        [.. Lines(Article.Tags.Prepend(Article.Section ?? "")).DistinctBy(ArticleTopics.Normalise)];

    /// <summary>The standfirst, else the summary.</summary>
    public string? Summary => FeedText.Line(Article.Standfirst) ?? FeedText.Line(Published.Enrichment?.Summary);

    /// <summary>The original page, if its URL is one.</summary>
    public string? Original => Url(Article.CanonicalUrl);

    /// <summary>The licence, as the page or the source names it.</summary>
    public string? Licence => FeedText.Line(Article.Licence);

    /// <summary>The licence's URL, where the licence is told by one.</summary>
    public string? LicenceUrl => Url(Article.Licence);

    /// <summary>The lead image's URL, and its media type where the name tells it.</summary>
    public (string Url, string? Type)? Image =>
        Url(Article.LeadImage?.Url) is { } url ? (url, TypeOf(new Uri(url).AbsolutePath)) : null;

    private static List<string> Lines(IEnumerable<string> texts) => [.. texts.Select(FeedText.Line).OfType<string>()];

    private static string? Url(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var read) || read.Scheme is not ("http" or "https")) return null;
        // RSS and JSON Feed have URLs, not IRIs: the host in ASCII.
        if (!Uri.TryCreate(new UriBuilder(read) { Host = read.IdnHost }.ToString(), UriKind.Absolute, out var url)) return null;
        // Brackets are for addresses of hosts alone, and there is one "#" (RFC 3986, appendix A); Uri leaves them where they are.
        var site = url.GetLeftPart(UriPartial.Authority);
        var rest = url.AbsoluteUri[site.Length..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        var fragment = rest.IndexOf('#', StringComparison.Ordinal) + 1;
        return fragment == 0 ? site + rest : site + rest[..fragment] + rest[fragment..].Replace("#", "%23", StringComparison.Ordinal);
    }

    private static string? TypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => "image/jpeg",
        ".png" => "image/png",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".avif" => "image/avif",
        _ => null,
    };
}
