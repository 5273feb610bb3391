using Ingestion.Contracts;

namespace Ingestion.Publish.Api.Records;

/// <summary>What can be told from the article alone.</summary>
/// <param name="Language">BCP 47 tag; <c>und</c> if it cannot be told.</param>
/// <param name="LanguageConfidence">How sure that is, 0 to 1.</param>
/// <param name="Script">ISO 15924 code.</param>
/// <param name="ReadingSeconds">Reading time.</param>
/// <param name="Keywords">The words that stand for the text, best first.</param>
/// <param name="Summary">A summary taken from the text itself.</param>
/// <param name="Fingerprint">What near-duplicates are found by; empty for a very short text.</param>
internal sealed record EnrichmentContent(
    string Language, double LanguageConfidence, string Script, int ReadingSeconds, IReadOnlyList<string> Keywords, string? Summary, string Fingerprint)
{
    public static EnrichmentContent? From(Enrichment? enrichment) => enrichment is null
        ? null
        : new EnrichmentContent(
            enrichment.Language, enrichment.LanguageConfidence, enrichment.Script, enrichment.ReadingSeconds,
            enrichment.Keywords, enrichment.Summary, enrichment.Fingerprint);
}
