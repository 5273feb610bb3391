using System.Runtime.CompilerServices;
using Ingestion.Clean.PerSource;
using Ingestion.Hosting.Sources;
using Ingestion.Storage;

namespace Ingestion.Clean.Sources;

/// <summary>The sources' rules, ready to be applied, as they stood a few seconds ago at most.</summary>
internal sealed class SourceRulesCache(SourceCache sources)
{
    private readonly ConditionalWeakTable<Source, CompiledSourceRules> _compiled = [];

    /// <summary>A source's rules; none if it has no record.</summary>
    /// <param name="source">The source.</param>
    /// <param name="fresh">Whether they are to be read now, however young the cached ones are.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StoreUnavailableException">The store is down.</exception>
    /// <exception cref="InvalidOperationException">This program does not understand them.</exception>
    public async ValueTask<CompiledSourceRules> FindAsync(string source, bool fresh, CancellationToken cancellationToken) =>
        await sources.FindAsync(source, fresh, cancellationToken) is { } record ? _compiled.GetValue(record, Compile) : CompiledSourceRules.None;

    /// <summary>The rules of a record.</summary>
    /// <exception cref="InvalidOperationException">This program does not understand them.</exception>
    public static CompiledSourceRules Compile(Source source) =>
        SourceRulesCompiler.TryCompile(source.Rules, source.RulesRevision, out var errors)
        ?? throw new InvalidOperationException(
            $"The rules of the source '{source.Id}' cannot be used by this version of the program: {errors.Values.First()[0]}");
}
