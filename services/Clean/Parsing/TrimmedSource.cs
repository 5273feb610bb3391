using System.Buffers;

namespace Ingestion.Clean.Parsing;

/// <summary>A source made ready for the parser: what is left of it, and what was taken out but is still of use.</summary>
/// <param name="source">The source; it stays in use as long as this is.</param>
internal sealed class TrimmedSource(ReadOnlyMemory<char> source) : IDisposable
{
    private readonly List<ReadOnlyMemory<char>> _jsonLd = [];
    private readonly List<ReadOnlyMemory<char>> _styles = [];
    private char[]? _kept;
    private int _length;
    private int _copied;

    /// <summary>The markup that is left.</summary>
    public ReadOnlyMemory<char> Html => _kept is null ? source : _kept.AsMemory(0, _length);

    /// <summary>The texts of the scripts that hold JSON-LD.</summary>
    public IReadOnlyList<ReadOnlyMemory<char>> JsonLd => _jsonLd;

    /// <summary>The texts of the style sheets.</summary>
    public IReadOnlyList<ReadOnlyMemory<char>> Styles => _styles;

    /// <summary>Takes a piece out. Pieces come in order and do not overlap.</summary>
    public void Drop(int from, int to)
    {
        _kept ??= ArrayPool<char>.Shared.Rent(source.Length);
        Keep(from);
        _copied = to;
    }

    /// <summary>Notes a script that holds JSON-LD.</summary>
    public void AddJsonLd(int from, int to) => _jsonLd.Add(source[from..to]);

    /// <summary>Notes a style sheet.</summary>
    public void AddStyle(int from, int to) => _styles.Add(source[from..to]);

    /// <summary>Nothing more will be taken out.</summary>
    public void Complete()
    {
        if (_kept is not null) Keep(source.Length);
    }

    /// <summary>Gives the memory of the markup back.</summary>
    public void Dispose()
    {
        if (_kept is not null) ArrayPool<char>.Shared.Return(_kept);
        _kept = null;
    }

    private void Keep(int to)
    {
        source.Span[_copied..to].CopyTo(_kept.AsSpan(_length));
        _length += to - _copied;
    }
}
