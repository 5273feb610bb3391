using System.Collections.Concurrent;
using Ingestion.Clean.PerSource;
using Ingestion.Storage;

namespace Ingestion.Clean.Sources;

/// <summary>The sources' rules, ready to be applied, as they stood a few seconds ago at most.</summary>
internal sealed class SourceRulesCache(ISourceStore sources, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>Sources kept; submissions may name any number, most of them without rules.</summary>
    private const int MostSources = 1_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = [];

    /// <summary>A source's rules; none if it has no record.</summary>
    /// <param name="source">The source.</param>
    /// <param name="fresh">Whether they are to be read now, however young the cached ones are.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="StoreUnavailableException">The store is down.</exception>
    public async ValueTask<CompiledSourceRules> FindAsync(string source, bool fresh, CancellationToken cancellationToken)
    {
        var known = _entries.GetValueOrDefault(source);
        if (known is not null && !fresh && clock.GetElapsedTime(known.ReadAt) < Fresh) return known.Rules;
        var readAt = clock.GetTimestamp();
        var record = await sources.FindAsync(source, cancellationToken);
        var rules = record is null ? CompiledSourceRules.None
            : known is not null && known.CreatedAt == record.CreatedAt && known.Rules.Revision == record.RulesRevision ? known.Rules
            : Compile(record);
        if (_entries.Count >= MostSources) _entries.Clear();
        _entries[source] = new Entry(rules, record?.CreatedAt, readAt);
        return rules;
    }

    /// <summary>The rules of a record.</summary>
    /// <exception cref="InvalidOperationException">This program does not understand them.</exception>
    public static CompiledSourceRules Compile(Source source) =>
        SourceRulesCompiler.TryCompile(source.Rules, source.RulesRevision, out var errors)
        ?? throw new InvalidOperationException(
            $"The rules of the source '{source.Id}' cannot be used by this version of the program: {errors.Values.First()[0]}");

    private sealed record Entry(CompiledSourceRules Rules, DateTimeOffset? CreatedAt, long ReadAt);
}
