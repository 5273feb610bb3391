namespace Ingestion.Clean.Selectors;

/// <summary>Thrown for a text that is no selector, or one that is not supported; the message says which, and where.</summary>
internal sealed class SelectorSyntaxException(string message) : Exception(message);
