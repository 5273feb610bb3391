using Ingestion.Contracts;
using Ingestion.Enrich.Fingerprints;
using Ingestion.Enrich.Keywords;
using Ingestion.Enrich.Languages;
using Ingestion.Enrich.Scripts;
using Ingestion.Enrich.Summaries;

namespace Ingestion.Enrich;

/// <summary>
/// The pure core of Enrich: what can be told from the cleaned article alone. No bus, no store, no clock: the same article,
/// the same answer.
/// </summary>
internal sealed class ArticleEnricher
{
    private readonly LanguageDetector _languages = new(LanguageProfiles.Read());

    /// <summary>Enriches one article.</summary>
    public Enrichment Enrich(CleanedArticle article)
    {
        var text = article.BodyText.Any(char.IsLetter) ? article.BodyText : article.Title;
        var counts = ScriptCounts.Of(text);
        var language = _languages.Detect(text, counts);
        return new Enrichment
        {
            Language = language.Tag,
            LanguageConfidence = language.Confidence,
            Script = ScriptDetector.Detect(text, counts),
            ReadingSeconds = ReadingTime.Seconds(article.BodyText),
            Keywords = KeywordExtractor.Extract(article.Title, article.BodyText, language.Tag),
            Summary = Summarizer.Summarize(article.Title, article.BodyText),
            Fingerprint = NearDuplicates.Fingerprint(Shingles.Of(article.BodyText)),
        };
    }
}
