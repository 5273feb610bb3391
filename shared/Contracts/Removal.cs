namespace Ingestion.Contracts;

/// <summary>An entry of the removal ledger: one rule's work at one place.</summary>
public sealed record Removal
{
    /// <summary>The rule's id, such as <c>pinyin-reading</c>; it is also the rule's file name.</summary>
    public required string Rule { get; init; }

    /// <summary>Whether something was taken away or put right.</summary>
    public required RemovalAction Action { get; init; }

    /// <summary>Where: a CSS-like path of the element, or "line 12" of a text.</summary>
    public required string Where { get; init; }

    /// <summary>How many characters were taken away or put right.</summary>
    public required int Characters { get; init; }

    /// <summary>How many times at this place.</summary>
    public int Count { get; init; } = 1;

    /// <summary>First 16 hex digits of the SHA-256 of what was there before.</summary>
    public required string Hash { get; init; }

    /// <summary>The beginning of what was there before, at most 120 characters.</summary>
    public required string Excerpt { get; init; }

    /// <summary>How sure the rule is, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>What a rule did.</summary>
public enum RemovalAction
{
    /// <summary>Taken away.</summary>
    Removed,

    /// <summary>Put right.</summary>
    Repaired,
}
