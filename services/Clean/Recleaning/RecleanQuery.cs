using System.ComponentModel;
using Ingestion.Hosting;
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
    public RecleanRequest ToRequest(QueryErrors errors) => new(
        string.IsNullOrEmpty(Source) ? null : Source, errors.Instant("since", Since), errors.Flag("dry", Dry, absent: true),
        (int)errors.Number("limit", Limit, 1, MaxLimit, DefaultLimit), string.IsNullOrEmpty(Cursor) ? null : Cursor);
}

/// <summary>What to clean again.</summary>
/// <param name="Source">Only articles of this source.</param>
/// <param name="Since">Only versions received at or after this instant.</param>
/// <param name="Dry">Whether nothing is to be written.</param>
/// <param name="Limit">Most articles to clean.</param>
/// <param name="Cursor">Where the call before ended.</param>
internal sealed record RecleanRequest(string? Source, DateTimeOffset? Since, bool Dry, int Limit, string? Cursor);
