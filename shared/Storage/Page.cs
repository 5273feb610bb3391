namespace Ingestion.Storage;

/// <summary>One page of a list.</summary>
/// <param name="Items">The page's items.</param>
/// <param name="NextCursor">Opaque; asks for the page after this one. Null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
