using Ingestion.Clean.Selectors;

namespace Ingestion.Clean.PerSource;

/// <summary>A source's rules, ready to be applied. Made by <see cref="SourceRulesCompiler"/>.</summary>
internal sealed class CompiledSourceRules
{
    /// <summary>No rules.</summary>
    public static CompiledSourceRules None { get; } = new();

    /// <summary>The revision of the source at which they last changed; 0 for no rules.</summary>
    public long Revision { get; init; }

    /// <summary>What always goes.</summary>
    public IReadOnlyList<CompiledRule> Remove { get; init; } = [];

    /// <summary>What always stays.</summary>
    public IReadOnlyList<CompiledRule> Keep { get; init; } = [];

    /// <summary>Where the headline is.</summary>
    public Selector? Title { get; init; }

    /// <summary>Where the date of publication is.</summary>
    public Selector? Date { get; init; }

    /// <summary>The attributes that the selectors ask for.</summary>
    public IReadOnlySet<string> Attributes { get; init; } = new HashSet<string>();

    /// <summary>Whether there is nothing in them.</summary>
    public bool IsEmpty => Remove.Count == 0 && Keep.Count == 0 && Title is null && Date is null;
}
