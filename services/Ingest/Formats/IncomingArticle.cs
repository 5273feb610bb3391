using Ingestion.Contracts;

namespace Ingestion.Ingest.Formats;

/// <summary>
/// An article as a format carried it, before it is checked: a new one, a correction (which the id tells), or a withdrawal.
/// </summary>
internal sealed record IncomingArticle
{
    /// <summary>Who sends it, if the document says; the request's own source counts before it.</summary>
    public string? Source { get; init; }

    /// <summary>The sender's own id.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it takes the article back (canceled, withheld) instead of bringing it.</summary>
    public bool IsWithdrawal { get; init; }

    /// <summary>Where the page stands.</summary>
    public string? Url { get; init; }

    /// <summary>The title, plain.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published.</summary>
    public ArticleTime? PublishedAt { get; init; }

    /// <summary>Not to be published before.</summary>
    public ArticleTime? EmbargoedUntil { get; init; }

    /// <summary>Not to be shown after.</summary>
    public ArticleTime? ExpiresAt { get; init; }

    /// <summary>Language, RFC 5646.</summary>
    public string? Language { get; init; }

    /// <summary>The licence under which it may be used.</summary>
    public string? Licence { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The text as HTML, as it was sent; null where the sender had none.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>What the text's relative links start from, if that is not <see cref="Url"/>.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The bytes to keep where they are a page already; null where the page is made from the fields above.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>Media type of <see cref="Content"/>.</summary>
    public string? ContentType { get; init; }
}
