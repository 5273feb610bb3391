namespace Ingestion.Contracts;

/// <summary>What can be told from the cleaned article alone.</summary>
public sealed record Enrichment
{
    /// <summary>The language of the body, a BCP 47 primary tag; "und" if it cannot be told.</summary>
    public required string Language { get; init; }

    /// <summary>How sure that is, 0 to 1.</summary>
    public required double LanguageConfidence { get; init; }

    /// <summary>The script, an ISO 15924 code (Latn, Hans, Hant, Cyrl); "Zyyy" if it cannot be told.</summary>
    public required string Script { get; init; }

    /// <summary>Reading time in seconds: 500 CJK characters or 265 words a minute.</summary>
    public required int ReadingSeconds { get; init; }

    /// <summary>The words that stand for the text, best first.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>A summary taken from the text itself.</summary>
    public string? Summary { get; init; }

    /// <summary>What near-duplicates of the body are found by (see <see cref="NearDuplicates"/>); empty for a very short text.</summary>
    public required string Fingerprint { get; init; }
}
