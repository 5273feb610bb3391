using Ingestion.Clean.PerSource;
using Ingestion.Contracts;
using Ingestion.Hosting.Sources;
using Ingestion.Storage;

namespace Ingestion.Clean.Sources;

/// <summary>A source as it is set up: the body of a PUT. What is left out is as it is for a source without a record.</summary>
internal sealed record SourceBody
{
    /// <summary>What people call it; its id unless told otherwise.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it may push; true unless told otherwise.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What holds for its articles unless they say otherwise.</summary>
    public SourceDefaults Defaults { get; init; } = new();

    /// <summary>How much it may push.</summary>
    public SourceLimits Limits { get; init; } = new();

    /// <summary>What its pages need beyond the general rules.</summary>
    public SourceRules Rules { get; init; } = new();

    private SourceSettings Settings => new() { Name = Name, Enabled = Enabled, Defaults = Defaults, Limits = Limits };

    /// <summary>What is wrong with it, by field; empty if nothing is.</summary>
    public Dictionary<string, string[]> Validate()
    {
        var errors = Settings.Validate();
        SourceRulesCompiler.TryCompile(Rules, 1, out var rules);
        foreach (var (place, messages) in rules) errors[$"rules.{place}"] = messages;
        return errors;
    }

    /// <summary>The record that it makes.</summary>
    /// <param name="id">The source's id.</param>
    /// <param name="current">The record that it takes the place of; null for a new one.</param>
    /// <param name="now">The time now, in whole milliseconds.</param>
    public Source ToSource(string id, Source? current, DateTimeOffset now) => Settings.ToSource(id, Rules, current, now);
}
