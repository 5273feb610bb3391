namespace Ingestion.Contracts;

/// <summary>An article taken out of its page: nothing of the page around it, nothing lost from it.</summary>
public sealed record CleanedArticle
{
    /// <summary>What kind of page it was. Anything but <see cref="PageKind.Article"/> comes with a warning.</summary>
    public PageKind Kind { get; init; } = PageKind.Article;

    /// <summary>The headline, without the site's name.</summary>
    public required string Title { get; init; }

    /// <summary>The standfirst (lead, deck) under the headline.</summary>
    public string? Standfirst { get; init; }

    /// <summary>The authors' names, in the order of the page.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>When it was published, as precise as the page says.</summary>
    public ArticleTime? PublishedAt { get; init; }

    /// <summary>When it was last modified, as precise as the page says.</summary>
    public ArticleTime? ModifiedAt { get; init; }

    /// <summary>Who published it first: the site, or the outlet that the page names as its source.</summary>
    public string? Publisher { get; init; }

    /// <summary>The section of the site.</summary>
    public string? Section { get; init; }

    /// <summary>The page's own tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The canonical URL that the page declares, absolute and without tracking parameters; else the URL it was fetched from.</summary>
    public string? CanonicalUrl { get; init; }

    /// <summary>The URL that the text itself names as its origin to cite (本文引用地址).</summary>
    public string? CitedUrl { get; init; }

    /// <summary>The language the page declares, a BCP 47 tag. What it really is, Enrich says.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>The licence under which it may be used, as the sender or its source says.</summary>
    public string? Licence { get; init; }

    /// <summary>The image that stands for the article.</summary>
    public ArticleImage? LeadImage { get; init; }

    /// <summary>The article's images, in order.</summary>
    public IReadOnlyList<ArticleImage> Images { get; init; } = [];

    /// <summary>The body as sanitised semantic HTML with absolute links.</summary>
    public required string BodyHtml { get; init; }

    /// <summary>The body as text, paragraphs separated by an empty line.</summary>
    public required string BodyText { get; init; }

    /// <summary>Words of the body; a Han, Kana or Hangul character counts as one.</summary>
    public required int WordCount { get; init; }

    /// <summary>Words of the page that are not in the body, counted the same way.</summary>
    public required int WordsRemoved { get; init; }

    /// <summary>How polluted the page was: 0 is clean, 1 is nothing but spam.</summary>
    public required double Pollution { get; init; }

    /// <summary>The character set that the bytes were read in, as its IANA name.</summary>
    public required string Charset { get; init; }

    /// <summary>Everything that was removed or repaired.</summary>
    public IReadOnlyList<Removal> Removals { get; init; } = [];

    /// <summary>What a reader of the article should know: budgets exceeded, doubts, pages that are no article.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>The rules that made this. Same bytes, same rules: same answer, to the byte.</summary>
    public required string RuleSetVersion { get; init; }
}
