namespace Ingestion.Clean.Parsing;

/// <summary>Why a node is out.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Confidence">How sure the rule is, 0 to 1.</param>
/// <param name="IsFinal">Whether it holds in every attempt to extract the article: the source's own rules said so.</param>
internal sealed record RemovalReason(string Rule, double Confidence, bool IsFinal = false);
