using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Clean.Sources;

/// <summary>A source, as the API shows it.</summary>
/// <param name="Id">What its submissions name as their source.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Enabled">Whether it may push.</param>
/// <param name="Defaults">What holds for its articles unless they say otherwise.</param>
/// <param name="Rules">What its pages need beyond the general rules.</param>
/// <param name="Revision">Its revision; If-Match takes it, in double quotes.</param>
/// <param name="RulesRevision">The revision at which its rules last changed; an article's rule set version names it.</param>
/// <param name="CreatedAt">When it was set up.</param>
/// <param name="UpdatedAt">When it was last written.</param>
internal sealed record SourceContent(
    string Id,
    string Name,
    bool Enabled,
    SourceDefaults Defaults,
    SourceRules Rules,
    long Revision,
    long RulesRevision,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public static SourceContent From(Source source) => new(
        source.Id, source.Name, source.Enabled, source.Defaults, source.Rules, source.Revision, source.RulesRevision, source.CreatedAt,
        source.UpdatedAt);
}

/// <summary>A page of sources.</summary>
/// <param name="Items">The sources, in order of their ids.</param>
/// <param name="Next">The after of the next page; absent on the last.</param>
internal sealed record SourceList(IReadOnlyList<SourceContent> Items, string? Next);
