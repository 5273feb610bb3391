using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Publish.Api.Records;

/// <summary>A published version of an article, as subscribers read it.</summary>
internal sealed record ArticleContent
{
    /// <summary>What kind of page it was.</summary>
    public required PageKind Kind { get; init; }

    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>The standfirst under the headline.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The authors' names.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>When the page says it was published, as precisely as it says so.</summary>
    public ArticleTime? PublishedAt { get; init; }

    /// <summary>When the page says it was last modified.</summary>
    public ArticleTime? ModifiedAt { get; init; }

    /// <summary>Who published it first.</summary>
    public string? Publisher { get; init; }

    /// <summary>The section of the site.</summary>
    public string? Section { get; init; }

    /// <summary>The page's own tags.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The canonical URL.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The URL that the text names as its origin.</summary>
    public string? CitedUrl { get; init; }

    /// <summary>The language that the page declares.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>The licence under which it may be used.</summary>
    public string? Licence { get; init; }

    /// <summary>The image that stands for the article.</summary>
    public ImageContent? LeadImage { get; init; }

    /// <summary>The images, in order.</summary>
    public required IReadOnlyList<ImageContent> Images { get; init; }

    /// <summary>The body as sanitised semantic HTML with absolute links.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>The body as text, paragraphs separated by an empty line.</summary>
    public required string BodyText { get; init; }

    /// <summary>Words of the body; a Han, Kana or Hangul character counts as one.</summary>
    public required int WordsKept { get; init; }

    /// <summary>Words of the page that are not in the body.</summary>
    public required int WordsRemoved { get; init; }

    /// <summary>How polluted the page was, 0 to 1.</summary>
    public required double Pollution { get; init; }

    /// <summary>The character set that the bytes were read in.</summary>
    public required string Charset { get; init; }

    /// <summary>The rules that made this.</summary>
    public required string RuleSetVersion { get; init; }

    /// <summary>What can be told from the article alone.</summary>
    public EnrichmentContent? Enrichment { get; init; }

    /// <summary>What a reader should know.</summary>
    public required IReadOnlyList<WarningContent> Warnings { get; init; }

    /// <summary>The ledger of what was removed or repaired; absent in the change sequence.</summary>
    public IReadOnlyList<RemovalContent>? Removals { get; init; }

    /// <summary>The content of a published version; null for a tombstone.</summary>
    public static ArticleContent? From(PublishedArticle? published, bool withRemovals)
    {
        if (published?.Article is not { } article) return null;
        return new ArticleContent
        {
            Kind = article.Kind,
            Title = article.Title,
            Standfirst = article.Standfirst,
            Authors = article.Authors,
            PublishedAt = article.PublishedAt,
            ModifiedAt = article.ModifiedAt,
            Publisher = article.Publisher,
            Section = article.Section,
            Tags = article.Tags,
            CanonicalUrl = article.CanonicalUrl,
            CitedUrl = article.CitedUrl,
            DeclaredLanguage = article.DeclaredLanguage,
            Licence = article.Licence,
            LeadImage = ImageContent.From(article.LeadImage),
            Images = [.. article.Images.Select(image => ImageContent.From(image)!)],
            BodyHtml = article.BodyHtml,
            BodyText = article.BodyText,
            WordsKept = article.WordCount,
            WordsRemoved = article.WordsRemoved,
            Pollution = article.Pollution,
            Charset = article.Charset,
            RuleSetVersion = article.RuleSetVersion,
            Enrichment = EnrichmentContent.From(published.Enrichment),
            Warnings = [.. article.Warnings.Select(warning => new WarningContent(warning.Code, warning.Message))],
            Removals = withRemovals ? [.. article.Removals.Select(RemovalContent.From)] : null,
        };
    }
}

/// <summary>An image.</summary>
/// <param name="Url">Absolute URL.</param>
/// <param name="Alt">The alternative text.</param>
/// <param name="Caption">The caption.</param>
internal sealed record ImageContent(string Url, string? Alt, string? Caption)
{
    public static ImageContent? From(ArticleImage? image) => image is null ? null : new ImageContent(image.Url, image.Alt, image.Caption);
}

/// <summary>Something that a reader should know.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Message">What it means.</param>
internal sealed record WarningContent(string Code, string Message);
