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

    /// <summary>Everything that is wrong with a part of the push.</summary>
    /// <param name="path">Where the part is: put before its fields.</param>
    /// <param name="part">What is wrong with it.</param>
    public void AddAll(string path, PushErrors part)
    {
        foreach (var (field, errors) in part._errors)
        {
            foreach (var error in errors) Add(path + field, error);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("; ", _errors.Select(e => $"{e.Key}: {string.Join(", ", e.Value)}"));
}
