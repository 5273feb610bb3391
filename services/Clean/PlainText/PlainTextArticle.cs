using System.Net.Http.Headers;
using Ingestion.Clean.Classification;
using Ingestion.Clean.Decoding;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.PerSource;
using Ingestion.Clean.Sanitising;
using Ingestion.Contracts;

namespace Ingestion.Clean.PlainText;

/// <summary>The way of plain text through Clean, beside that of HTML.</summary>
internal static class PlainTextArticle
{
    private const string MediaType = "text/plain";

    /// <summary>Cleans a text; null if it is no plain text, whatever it was sent as, so that the HTML way has to take it.</summary>
    public static CleanedArticle? TryClean(RawArticle raw, DecodedText decoded, CompiledSourceRules rules, Budget budget)
    {
        if (!MediaTypeHeaderValue.TryParse(raw.ContentType, out var type) || !MediaType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase)) return null;
        var ledger = new RemovalLedger();
        var plain = PlainTextCleaner.Clean(decoded.Text, raw.Hints, ledger, budget, rules);
        if (plain.IsMarkup) return null;
        var body = string.Join("\n\n", plain.Paragraphs);
        var words = TextMeasure.Words(body);
        return new CleanedArticle
        {
            Title = plain.Title,
            Authors = plain.Authors,
            PublishedAt = plain.PublishedAt,
            Publisher = plain.Publisher,
            CanonicalUrl = raw.Hints.Url,
            CitedUrl = plain.CitedUrl,
            DeclaredLanguage = raw.Hints.Language,
            Licence = raw.Hints.Licence,
            BodyHtml = BodyWriter.Paragraphs(plain.Paragraphs),
            BodyText = body,
            WordCount = words,
            WordsRemoved = Math.Max(0, TextMeasure.Words(decoded.Memory.Span) - words),
            Pollution = PollutionScore.Of(ledger.Entries, body.Length),
            Charset = decoded.Charset,
            Removals = ledger.Entries,
            Warnings = plain.IsCut
                ? [.. decoded.Warnings, new Warning("budget-nodes", $"The text has more than {budget.Options.MaxElements} lines; the rest was not read.")]
                : decoded.Warnings,
            RuleSetVersion = ArticleCleaner.RuleSetVersionWith(rules),
        };
    }
}
