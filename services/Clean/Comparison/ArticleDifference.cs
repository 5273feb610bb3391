using System.Text.Json.Serialization;
using Ingestion.Contracts;

namespace Ingestion.Clean.Comparison;

/// <summary>What is different between two results of cleaning the same page.</summary>
internal sealed record ArticleDifference
{
    /// <summary>The fields that differ. Empty: a subscriber would see no difference.</summary>
    public required IReadOnlyList<FieldChange> Fields { get; init; }

    /// <summary>Words of the body before.</summary>
    public required int WordsBefore { get; init; }

    /// <summary>Words of the body after.</summary>
    public required int WordsAfter { get; init; }

    /// <summary>The lines of the body that are gone.</summary>
    public required LineChanges LinesRemoved { get; init; }

    /// <summary>The lines of the body that are new.</summary>
    public required LineChanges LinesAdded { get; init; }

    /// <summary>The rules whose work differs.</summary>
    public required IReadOnlyList<RuleChange> Ledger { get; init; }

    /// <summary>Whether a subscriber would see a difference: title, authors, dates, body and the like; not the ledger, not a rule's name.</summary>
    [JsonIgnore]
    public bool IsContent => Fields.Count > 0;
}

/// <summary>A field that differs.</summary>
/// <param name="Name">Its name in the article.</param>
/// <param name="Before">What it was; absent for the body, which the lines show.</param>
/// <param name="After">What it is.</param>
internal sealed record FieldChange(string Name, string? Before, string? After);

/// <summary>Lines that went or came.</summary>
/// <param name="Count">How many.</param>
/// <param name="Lines">The first of them, cut where they are long.</param>
internal sealed record LineChanges(int Count, IReadOnlyList<string> Lines);

/// <summary>A rule whose work differs.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Action">What it does.</param>
/// <param name="CharactersBefore">How many characters it took or put right before.</param>
/// <param name="CharactersAfter">How many it does after.</param>
/// <param name="Excerpts">The first things that it takes or puts right after.</param>
internal sealed record RuleChange(string Rule, RemovalAction Action, int CharactersBefore, int CharactersAfter, IReadOnlyList<string> Excerpts);
