using System.ComponentModel;
using Ingestion.Hosting;
using Ingestion.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Ingestion.Publish.Api;

/// <summary>The query parameters of a list of articles. They are taken as text, so that every error is ours to word.</summary>
internal sealed record ListArticlesParameters
{
    [FromQuery(Name = "source"), Description("Only from this source.")]
    public string? Source { get; init; }

    [FromQuery(Name = "language"), Description("Only in this language, a BCP 47 primary tag such as zh; only published articles have one.")]
    public string? Language { get; init; }

    [FromQuery(Name = "state"), Description("Only in this state: accepted, published, withdrawn, superseded or failed.")]
    public string? State { get; init; }

    [FromQuery(Name = "changedSince"), Description("Only those whose state changed at or after this ISO 8601 instant.")]
    public string? ChangedSince { get; init; }

    [FromQuery(Name = "changed-since"), Description("The same as changedSince.")]
    public string? ChangedSinceHyphenated { get; init; }

    [FromQuery(Name = "cursor"), Description("nextCursor of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "limit"), Description("Articles on a page, 1 to 200; 50 unless told otherwise.")]
    public string? Limit { get; init; }

    /// <summary>The query they ask for; what is wrong with them is added to the errors.</summary>
    public SubmissionQuery ToQuery(QueryErrors errors) => new()
    {
        Source = NullIfEmpty(Source),
        Language = ReadLanguage(errors),
        State = ReadState(errors),
        ChangedSince = errors.Instant("changedSince", ChangedSince) ?? errors.Instant("changed-since", ChangedSinceHyphenated),
        Cursor = NullIfEmpty(Cursor),
        Limit = (int)errors.Number("limit", Limit, 1, SubmissionQuery.MaxLimit, new SubmissionQuery().Limit),
    };

    private string? ReadLanguage(QueryErrors errors)
    {
        if (string.IsNullOrEmpty(Language)) return null;
        if (Language.Length is 2 or 3 && Language.All(char.IsAsciiLetter)) return Language.ToLowerInvariant();
        errors.Add("language", Language, "a BCP 47 primary tag of two or three letters, such as zh or en.");
        return null;
    }

    private SubmissionState? ReadState(QueryErrors errors)
    {
        if (string.IsNullOrEmpty(State)) return null;
        foreach (var state in Enum.GetValues<SubmissionState>())
        {
            if (string.Equals(state.ToString(), State, StringComparison.OrdinalIgnoreCase)) return state;
        }
        var allowed = string.Join(", ", Enum.GetNames<SubmissionState>().Select(name => name.ToLowerInvariant()));
        errors.Add("state", State, $"one of {allowed}.");
        return null;
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
