using System.Text.Json;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>What the metadata readers read from: the page, its meta elements, and its JSON-LD.</summary>
internal sealed class PageFacts
{
    /// <summary>Collects the facts of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="url">Where it stood; null if that is not known.</param>
    public PageFacts(Page page, Uri? url)
    {
        Page = page;
        Meta = MetaTags.Read(page);
        Things = JsonLdReader.Read(page.JsonLd);
        Articles = [.. Things.Where(static thing => thing.IsArticle())];
        BaseUrl = Meta.Base is { } href
            && (url is null ? Uri.TryCreate(href, UriKind.Absolute, out var b) : Uri.TryCreate(url, href, out b))
            && b.Scheme is "http" or "https" ? b : url;
        Url = url;
        Language = LanguageReader.Read(page, Meta, Articles);
        ShortLanguage = Language?.Split('-', '_')[0].ToLowerInvariant();
        HeadlineNode = HeadlineFinder.Find(page, Meta, Articles);
    }

    /// <summary>The page.</summary>
    public Page Page { get; }

    /// <summary>Its meta elements.</summary>
    public MetaTags Meta { get; }

    /// <summary>All its JSON-LD things.</summary>
    public IReadOnlyList<JsonElement> Things { get; }

    /// <summary>Those that are articles; the first is most likely this one.</summary>
    public IReadOnlyList<JsonElement> Articles { get; }

    /// <summary>Where the page stood.</summary>
    public Uri? Url { get; }

    /// <summary>What relative links start from.</summary>
    public Uri? BaseUrl { get; }

    /// <summary>The declared language, a BCP 47 tag.</summary>
    public string? Language { get; }

    /// <summary>Its primary subtag in lower case.</summary>
    public string? ShortLanguage { get; }

    /// <summary>The heading that is most likely the article's; null if there is none.</summary>
    public PageNode? HeadlineNode { get; }
}
