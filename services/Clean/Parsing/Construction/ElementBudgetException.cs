namespace Ingestion.Clean.Parsing.Construction;

/// <summary>The page has more elements than are read. The tree as far as it was built is then the page.</summary>
internal sealed class ElementBudgetException : Exception;
