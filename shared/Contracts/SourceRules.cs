namespace Ingestion.Contracts;

/// <summary>What a source's pages need beyond the general rules: data, kept with the source and applied by Clean.</summary>
public sealed record SourceRules
{
    /// <summary>No rules.</summary>
    public static SourceRules None { get; } = new();

    /// <summary>What always goes, whatever the general rules say. It wins over <see cref="Keep"/>.</summary>
    public IReadOnlyList<SourceRule> Remove { get; init; } = [];

    /// <summary>What always stays: no general rule takes it, and it belongs to the article wherever it stands.</summary>
    public IReadOnlyList<SourceRule> Keep { get; init; } = [];

    /// <summary>CSS selector of the headline; the first element that it matches.</summary>
    public string? TitleSelector { get; init; }

    /// <summary>CSS selector of the date of publication; the first element that it matches: its datetime, its content, or its text.</summary>
    public string? DateSelector { get; init; }

    /// <summary>Whether there is nothing in them.</summary>
    public bool IsEmpty() => Remove.Count == 0 && Keep.Count == 0 && TitleSelector is null && DateSelector is null;
}

/// <summary>One rule of a source. Exactly one of <see cref="Selector"/> and <see cref="Pattern"/> says what it is about.</summary>
public sealed record SourceRule
{
    /// <summary>Its name, 1 to 64 of a-z, 0-9 and the hyphen; the ledger shows it as <c>source-rule:name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A CSS selector: every element that it matches, with all that is in it. It says nothing about plain text.</summary>
    public string? Selector { get; init; }

    /// <summary>
    /// A regular expression, matched in every line of text (a paragraph, a heading, a list item, a line of plain text) with its
    /// blanks collapsed. To remove takes out what it matches, to keep the line. It runs in linear time (RegexOptions.NonBacktracking).
    /// </summary>
    public string? Pattern { get; init; }
}
