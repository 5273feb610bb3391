namespace Ingestion.Storage;

/// <summary>Which of the current versions are listed; every condition that is set has to hold.</summary>
public sealed record ArticleQuery
{
    /// <summary>Most that <see cref="Limit"/> may be.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Only from this source.</summary>
    public string? Source { get; init; }

    /// <summary>Only in this language, a BCP 47 primary tag.</summary>
    public string? Language { get; init; }

    /// <summary>Only about this topic; compared as <see cref="ArticleTopics.Normalise"/> writes it.</summary>
    public string? Topic { get; init; }

    /// <summary>Only those among whose <see cref="SearchTerms"/> are all the terms of this text. A text without a term finds nothing.</summary>
    public string? Search { get; init; }

    /// <summary>Only those before this place in the change sequence: the last one of the page before.</summary>
    public long? Before { get; init; }

    /// <summary>Most versions to return, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Whether tombstones are listed too. They have no search terms: a search never finds one.</summary>
    public bool IncludeTombstones { get; init; }
}
