using System.Text.RegularExpressions;
using Ingestion.Clean.Selectors;

namespace Ingestion.Clean.PerSource;

/// <summary>One rule of a source; exactly one of selector and pattern is set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Selector">The elements it is about.</param>
/// <param name="Pattern">The text it is about.</param>
internal sealed record CompiledRule(string Name, Selector? Selector, Regex? Pattern)
{
    private const string Prefix = "source-rule:";

    /// <summary>Its id in the ledger.</summary>
    public string Id { get; } = Prefix + Name;
}
