using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Clean.Sources;

/// <summary>A source, as the API shows it.</summary>
/// <param name="Id">What its submissions name as their source.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Enabled">Whether it may push.</param>
/// <param name="Defaults">What holds for its articles unless they say otherwise.</param>
/// <param name="Limits">How much it may push.</param>
/// <param name="Rules">What its pages need beyond the general rules.</param>
/// <param name="Revision">Its revision; If-Match takes it, in double quotes.</param>
/// <param name="RulesRevision">The revision at which its rules last changed; an article's rule set version names it.</param>
/// <param name="CreatedAt">When it was set up.</param>
/// <param name="UpdatedAt">When it was last written.</param>
/// <param name="Refusals">What of it was refused, by reason; only where one source is read.</param>
internal sealed record SourceContent(
    string Id,
    string Name,
    bool Enabled,
    SourceDefaults Defaults,
    SourceLimits Limits,
    SourceRules Rules,
    long Revision,
    long RulesRevision,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<RefusalContent>? Refusals = null)
{
    public static SourceContent From(Source source) => new(
        source.Id, source.Name, source.Enabled, source.Defaults, source.Limits, source.Rules, source.Revision, source.RulesRevision, source.CreatedAt,
        source.UpdatedAt);
}

/// <summary>A page of sources.</summary>
/// <param name="Items">The sources, in order of their ids.</param>
/// <param name="Next">The after of the next page; absent on the last.</param>
internal sealed record SourceList(IReadOnlyList<SourceContent> Items, string? Next);

/// <summary>How often pushes were refused for a reason.</summary>
/// <param name="Reason">A stable code of the reason.</param>
/// <param name="Count">How often.</param>
/// <param name="LastAt">When last.</param>
internal sealed record RefusalContent(string Reason, long Count, DateTimeOffset LastAt);
