namespace Ingestion.Clean.Parsing;

/// <summary>What <see cref="ClassWords"/> says of the class names and ids of one page; most of them come again and again.</summary>
internal sealed class ClassMarks
{
    private readonly Dictionary<string, Marks> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Marks>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <summary>Knows nothing yet.</summary>
    public ClassMarks() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a class attribute says.</summary>
    public Marks OfClass(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty) return Marks.None;
        if (_lookup.TryGetValue(value, out var marks)) return marks;
        marks = ClassWords.Read(value);
        _lookup[value] = marks;
        return marks;
    }

    /// <summary>What an id says. An id of many words is an anchor made of a heading, not a name.</summary>
    public Marks OfId(ReadOnlySpan<char> value) => value.Count('-') > 2 ? Marks.None : OfClass(value);
}
