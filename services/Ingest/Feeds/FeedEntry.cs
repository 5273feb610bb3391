using Ingestion.Contracts;

namespace Ingestion.Ingest.Feeds;

/// <summary>An entry of a feed.</summary>
internal sealed record FeedEntry
{
    /// <summary>The id as it was written: what the entry is known by. Never resolved or normalised.</summary>
    public string? RawId { get; init; }

    /// <summary>The id; a relative one that is a link, resolved.</summary>
    public string? Id { get; init; }

    /// <summary>The page of the entry.</summary>
    public string? Link { get; init; }

    /// <summary>The title.</summary>
    public FeedText? Title { get; init; }

    /// <summary>What the entry says in short.</summary>
    public FeedText? Summary { get; init; }

    /// <summary>The whole entry, where the feed has it.</summary>
    public FeedText? Content { get; init; }

    /// <summary>Where the content is, if it is not in the feed (Atom's src).</summary>
    public string? ContentSource { get; init; }

    /// <summary>When it was published.</summary>
    public ArticleTime? Published { get; init; }

    /// <summary>When it last changed.</summary>
    public ArticleTime? Updated { get; init; }

    /// <summary>When it was made (Dublin Core).</summary>
    public ArticleTime? Created { get; init; }

    /// <summary>When it stops to count (RSS 0.93's expirationDate, Dublin Core's valid).</summary>
    public ArticleTime? Expires { get; init; }

    /// <summary>Who wrote it.</summary>
    public IReadOnlyList<FeedPerson> Authors { get; init; } = [];

    /// <summary>What it is filed under.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Files that go with it.</summary>
    public IReadOnlyList<FeedEnclosure> Enclosures { get; init; } = [];

    /// <summary>URL of its picture.</summary>
    public string? Image { get; init; }

    /// <summary>Language, RFC 5646.</summary>
    public string? Language { get; init; }
}

/// <summary>A file that goes with an entry.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Length">Its length in bytes as written.</param>
internal sealed record FeedEnclosure(string Url, string? Type, string? Length);
