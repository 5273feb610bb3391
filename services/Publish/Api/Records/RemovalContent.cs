using Ingestion.Contracts;

namespace Ingestion.Publish.Api.Records;

/// <summary>An entry of the removal ledger.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Action">Whether something was taken away or put right.</param>
/// <param name="Where">Where, a CSS-like path or a line.</param>
/// <param name="Characters">How many characters.</param>
/// <param name="Count">How many times at this place.</param>
/// <param name="Hash">First 16 hex digits of the SHA-256 of what was there before.</param>
/// <param name="Excerpt">The beginning of what was there before.</param>
/// <param name="Confidence">How sure the rule is, 0 to 1.</param>
internal sealed record RemovalContent(
    string Rule, RemovalAction Action, string Where, int Characters, int Count, string Hash, string Excerpt, double Confidence)
{
    public static RemovalContent From(Removal removal) => new(
        removal.Rule, removal.Action, removal.Where, removal.Characters, removal.Count, removal.Hash, removal.Excerpt, removal.Confidence);
}
