namespace Ingestion.Ingest.Push;

/// <summary>What is wrong with a push, by field.</summary>
internal sealed class PushErrors
{
    private readonly Dictionary<string, string[]> _errors = [];

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>The errors by field, as problem details carry them.</summary>
    public IReadOnlyDictionary<string, string[]> ByField => _errors;

    /// <summary>Something is wrong with a field.</summary>
    public void Add(string field, string error) =>
        _errors[field] = _errors.TryGetValue(field, out var earlier) ? [.. earlier, error] : [error];

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", _errors.Select(e => $"{e.Key}: {string.Join(", ", e.Value)}"));
}
