namespace Ingestion.Storage;

/// <summary>Thrown when a cursor was not made by this store.</summary>
public sealed class InvalidCursorException(string cursor)
    : Exception($"'{cursor}' is not a cursor: take it from nextCursor of the page before, unchanged, or leave it out.");
