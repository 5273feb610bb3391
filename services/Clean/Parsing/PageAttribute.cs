namespace Ingestion.Clean.Parsing;

/// <summary>An attribute of an element. Its value is a piece of the page until somebody asks for it as a string.</summary>
/// <param name="name">Its name, in lower case.</param>
/// <param name="value">Its value.</param>
internal struct PageAttribute(string name, ReadOnlyMemory<char> value)
{
    private string? _string;

    /// <summary>Its name, in lower case.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public readonly ReadOnlySpan<char> Span => value.Span;

    /// <summary>Its value as a string.</summary>
    public string Value => _string ??= value.ToString();
}
