using Ingestion.Clean.Comparison;

namespace Ingestion.Clean.Recleaning;

/// <summary>What one call has done, or would do.</summary>
internal sealed record RecleanAnswer
{
    /// <summary>Whether nothing was written.</summary>
    public required bool Dry { get; init; }

    /// <summary>Published articles that were cleaned again.</summary>
    public required int Scanned { get; init; }

    /// <summary>Those that come out different, for a subscriber: each of them is in <see cref="Articles"/>.</summary>
    public required int Changed { get; init; }

    /// <summary>New versions that were stored; they are on their way through the pipeline. 0 when dry.</summary>
    public required int Written { get; init; }

    /// <summary>Those where a newer version came in meanwhile: it is cleaned by the current rules anyway.</summary>
    public required int Overtaken { get; init; }

    /// <summary>Those where the current rules leave no article: they stay as they are.</summary>
    public required int Rejected { get; init; }

    /// <summary>How many articles differ in each field.</summary>
    public required IReadOnlyDictionary<string, int> Fields { get; init; }

    /// <summary>Words of the changed articles before.</summary>
    public required long WordsBefore { get; init; }

    /// <summary>Words of the changed articles after.</summary>
    public required long WordsAfter { get; init; }

    /// <summary>The articles that change, or that are rejected.</summary>
    public required IReadOnlyList<RecleanedArticle> Articles { get; init; }

    /// <summary>The cursor of the next call; absent when all is done.</summary>
    public string? Next { get; init; }
}

/// <summary>What became of an article, or would.</summary>
/// <param name="Id">The article.</param>
/// <param name="Version">The version that was cleaned again.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="NewVersion">The version that was stored.</param>
/// <param name="Rejected">Why the rules leave no article.</param>
/// <param name="Difference">What is different.</param>
internal sealed record RecleanedArticle(
    string Id, int Version, string Title, RecleanOutcome Outcome, int? NewVersion = null, string? Rejected = null, ArticleDifference? Difference = null);

/// <summary>What became of an article that was cleaned again.</summary>
internal enum RecleanOutcome
{
    /// <summary>It would change.</summary>
    WouldChange,

    /// <summary>A new version was stored.</summary>
    Written,

    /// <summary>A newer version came in meanwhile.</summary>
    Overtaken,

    /// <summary>The rules leave no article; it stays as it is.</summary>
    Rejected,
}
