namespace Ingestion.Contracts;

/// <summary>Something that a reader of the article should know.</summary>
/// <param name="Code">A stable code, such as <c>budget-nodes</c>.</param>
/// <param name="Message">What it means, for a person.</param>
public sealed record Warning(string Code, string Message);
