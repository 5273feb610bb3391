namespace Ingestion.Clean.Parsing;

/// <summary>Why a node is out.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Confidence">How sure the rule is, 0 to 1.</param>
internal sealed record RemovalReason(string Rule, double Confidence);
