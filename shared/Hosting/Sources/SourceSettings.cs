using System.Text.Json;
using Ingestion.Contracts;
using Ingestion.Storage;

namespace Ingestion.Hosting.Sources;

/// <summary>What a source is set up with, its rules apart. What is left out is as it is for a source without a record.</summary>
public sealed record SourceSettings
{
    private const int MaxNameLength = 200;
    private const int MaxLicenceLength = 500;
    private const int MostPerMinute = 1_000_000;

    /// <summary>What people call it; its id unless told otherwise.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it may push.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What holds for its articles unless they say otherwise.</summary>
    public SourceDefaults Defaults { get; init; } = new();

    /// <summary>How much it may push.</summary>
    public SourceLimits Limits { get; init; } = new();

    /// <summary>Those of a record; of none, those that hold without one.</summary>
    public static SourceSettings Of(Source? source) => source is null
        ? new()
        : new() { Name = source.Name, Enabled = source.Enabled, Defaults = source.Defaults, Limits = source.Limits };

    /// <summary>What is wrong with them, by field; empty if nothing is.</summary>
    public Dictionary<string, string[]> Validate()
    {
        var errors = new Dictionary<string, string[]>();
        if (Name?.Length > MaxNameLength) errors["name"] = [$"has {Name.Length} characters, more than the {MaxNameLength} allowed."];
        if (Defaults.Language is { } language && !LanguageTag.IsWellFormed(language))
            errors["defaults.language"] = [$"'{language}' is not a BCP 47 tag: write en, zh-Hant, pt-BR."];
        if (Defaults.Licence?.Length > MaxLicenceLength)
            errors["defaults.licence"] = [$"has {Defaults.Licence.Length} characters, more than the {MaxLicenceLength} allowed."];
        if (Limits.ArticlesPerMinute is < 1 or > MostPerMinute)
            errors["limits.articlesPerMinute"] = [$"'{Limits.ArticlesPerMinute}' is not allowed: a whole number from 1 to {MostPerMinute}."];
        return errors;
    }

    /// <summary>The record that they make.</summary>
    /// <param name="id">The source's id.</param>
    /// <param name="rules">What its pages need beyond the general rules.</param>
    /// <param name="current">The record that it takes the place of; null for a new one.</param>
    /// <param name="now">The time now, in whole milliseconds.</param>
    public Source ToSource(string id, SourceRules rules, Source? current, DateTimeOffset now)
    {
        var revision = (current?.Revision ?? 0) + 1;
        return new Source
        {
            Id = id,
            Name = string.IsNullOrWhiteSpace(Name) ? id : Name.Trim(),
            Enabled = Enabled,
            Defaults = Defaults,
            Limits = Limits,
            Rules = rules,
            Revision = revision,
            RulesRevision = current is not null && AreSame(current.Rules, rules) ? current.RulesRevision : revision,
            CreatedAt = current?.CreatedAt ?? now,
            UpdatedAt = now,
        };
    }

    /// <summary>Whether two sets of rules are the same to the last letter.</summary>
    private static bool AreSame(SourceRules one, SourceRules other) =>
        JsonSerializer.Serialize(one, IngestionJson.Options) == JsonSerializer.Serialize(other, IngestionJson.Options);
}
