using Ingestion.Contracts;

namespace Ingestion.Clean.Sources;

/// <summary>What a preview is to show.</summary>
internal sealed record PreviewBody
{
    private const int MostPages = 50;

    /// <summary>The draft.</summary>
    public required SourceRules Rules { get; init; }

    /// <summary>The ids of the articles to clean, up to 50; the source's latest ones unless told otherwise.</summary>
    public IReadOnlyList<string>? Articles { get; init; }

    /// <summary>How many of the latest articles, 1 to 50; 20 unless told otherwise.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>What is wrong with it beside the draft, by field; empty if nothing is.</summary>
    public Dictionary<string, string[]> Validate()
    {
        var errors = new Dictionary<string, string[]>();
        if (Limit is < 1 or > MostPages) errors["limit"] = [$"'{Limit}' is not allowed: a whole number from 1 to {MostPages}."];
        if (Articles?.Count > MostPages) errors["articles"] = [$"has {Articles.Count} ids, more than the {MostPages} allowed."];
        else if (Articles?.FirstOrDefault(id => !ArticleId.IsWellFormed(id)) is { } wrong) errors["articles"] = [$"'{wrong}' is not an article's id."];
        return errors;
    }
}
