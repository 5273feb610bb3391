using Ingestion.Contracts;

namespace Ingestion.Clean.PlainText;

/// <summary>An article read from plain text.</summary>
internal sealed record PlainArticle
{
    /// <summary>The text is an HTML page that came under the wrong media type: nothing was read, the HTML way has to take it.</summary>
    public static readonly PlainArticle Markup = new() { IsMarkup = true };

    /// <summary>Whether the text is HTML; everything else is empty then.</summary>
    public bool IsMarkup { get; init; }

    /// <summary>The headline; empty if the text has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it was published, as precise as the text says.</summary>
    public ArticleTime? PublishedAt { get; init; }

    /// <summary>The outlet that the text names as its source.</summary>
    public string? Publisher { get; init; }

    /// <summary>The authors' names, in the order of the text.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The URL that the text names as its origin to cite.</summary>
    public string? CitedUrl { get; init; }

    /// <summary>The body.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>Whether the text has more lines than were read.</summary>
    public bool IsCut { get; init; }
}
