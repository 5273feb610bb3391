namespace Ingestion.Storage;

/// <summary>An entry of the change sequence.</summary>
/// <param name="Sequence">Counted up from 1 without gaps, in the order in which changes became visible.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Version">The version that became current.</param>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Source">The source of the article.</param>
/// <param name="ChangedAt">When.</param>
public sealed record Change(
    long Sequence, string ArticleId, int Version, ChangeKind Kind, string Source, DateTimeOffset ChangedAt);

/// <summary>Kinds of change.</summary>
public enum ChangeKind
{
    /// <summary>An article was published for the first time, or again after its withdrawal.</summary>
    New,

    /// <summary>A newer version took the place of an older one.</summary>
    Correction,

    /// <summary>A newer version took the place of an older one, with the same headline, standfirst and body: only what is known of it changed.</summary>
    Metadata,

    /// <summary>The article was withdrawn: a tombstone.</summary>
    Withdrawal,
}
