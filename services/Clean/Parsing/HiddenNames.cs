namespace Ingestion.Clean.Parsing;

/// <summary>Class names and ids that a page's own style sheets hide.</summary>
internal sealed class HiddenNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private bool _classes;
    private bool _ids;

    /// <summary>None yet.</summary>
    public HiddenNames() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _names.Count == 0;

    /// <summary>Adds a selector: ".name" or "#name".</summary>
    public void Add(ReadOnlySpan<char> selector)
    {
        _lookup.Add(selector);
        if (selector[0] == '.') _classes = true;
        else _ids = true;
    }

    /// <summary>Whether an id is hidden.</summary>
    public bool HasId(ReadOnlySpan<char> id) => _ids && Has('#', id);

    /// <summary>Whether a class name is hidden.</summary>
    public bool HasClass(ReadOnlySpan<char> name) => _classes && Has('.', name);

    private bool Has(char kind, ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > StyleSheetReader.LongestName) return false;
        Span<char> selector = stackalloc char[name.Length + 1];
        selector[0] = kind;
        name.CopyTo(selector[1..]);
        return _lookup.Contains(selector);
    }
}
