using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Ingestion.Clean.Recleaning;

/// <summary>The query parameters of a reclean. They are taken as text, so that every error is ours to word.</summary>
internal sealed record RecleanQuery
{
    private const int MaxLimit = 200;
    private const int DefaultLimit = 50;

    [FromQuery(Name = "source"), Description("Only articles of this source.")]
    public string? Source { get; init; }

    [FromQuery(Name = "since"), Description("Only versions received at or after this ISO 8601 instant.")]
    public string? Since { get; init; }

    [FromQuery(Name = "dry"), Description("true (the default): report what would change. false: make new versions of what changes.")]
    public string? Dry { get; init; }

    [FromQuery(Name = "limit"), Description("Articles to clean in this call, 1 to 200; 50 unless told otherwise. A call ends early when it takes long.")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("next of the call before.")]
    public string? Cursor { get; init; }

    /// <summary>The request they ask for; what is wrong with them is added to the errors.</summary>
    public RecleanRequest ToRequest(Dictionary<string, string[]> errors) => new(
        string.IsNullOrEmpty(Source) ? null : Source, ReadSince(errors), ReadDry(errors), ReadLimit(errors), string.IsNullOrEmpty(Cursor) ? null : Cursor);

    private DateTimeOffset? ReadSince(Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(Since)) return null;
        // A "+" that was not escaped arrives as a blank.
        if (DateTimeOffset.TryParseExact(
            Since.Replace(' ', '+'), InstantForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant;
        errors["since"] = [$"'{Since}' is not allowed: an ISO 8601 instant with its offset, such as 2026-03-14T08:30:00Z (write + as %2B)."];
        return null;
    }

    private bool ReadDry(Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(Dry)) return true;
        if (bool.TryParse(Dry, out var dry)) return dry;
        errors["dry"] = [$"'{Dry}' is not allowed: true or false."];
        return true;
    }

    private int ReadLimit(Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(Limit)) return DefaultLimit;
        if (int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit) return limit;
        errors["limit"] = [$"'{Limit}' is not allowed: a whole number from 1 to {MaxLimit}."];
        return DefaultLimit;
    }

    private static readonly string[] InstantForms =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];
}

/// <summary>What to clean again.</summary>
/// <param name="Source">Only articles of this source.</param>
/// <param name="Since">Only versions received at or after this instant.</param>
/// <param name="Dry">Whether nothing is to be written.</param>
/// <param name="Limit">Most articles to clean.</param>
/// <param name="Cursor">Where the call before ended.</param>
internal sealed record RecleanRequest(string? Source, DateTimeOffset? Since, bool Dry, int Limit, string? Cursor);
