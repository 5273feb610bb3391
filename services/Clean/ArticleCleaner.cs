using Ingestion.Clean.Classification;
using Ingestion.Clean.Decoding;
using Ingestion.Clean.Extraction;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Metadata;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.PlainText;
using Ingestion.Clean.Repair;
using Ingestion.Clean.Rules;
using Ingestion.Clean.Sanitising;
using Ingestion.Contracts;

namespace Ingestion.Clean;

/// <summary>
/// The pure core of Clean: bytes and hints in, article and removal ledger out. No bus, no store, no clock:
/// same bytes, same rules, same answer.
/// </summary>
internal sealed class ArticleCleaner(CleanOptions options)
{
    /// <summary>The version of the rules; a change of what they answer is a new version.</summary>
    public const string RuleSetVersion = "1";

    /// <summary>Cleans one article.</summary>
    /// <exception cref="ArticleRejectedException">There is no article in the bytes, and there never will be.</exception>
    public CleanedArticle Clean(RawArticle raw, CancellationToken cancellationToken = default)
    {
        var ledger = new RemovalLedger();
        var decoded = PageDecoder.Decode(raw.Content.Span, raw.ContentType);
        var article = CleanText(raw, decoded, ledger) ?? CleanPage(raw, decoded, ledger, cancellationToken);
        if (article.BodyText.Length == 0)
            throw new ArticleRejectedException("no-text", $"There is no text in the {raw.Content.Length} bytes of {raw.ContentType}.");
        return article;
    }

    private CleanedArticle CleanPage(RawArticle raw, DecodedText decoded, RemovalLedger ledger, CancellationToken cancellationToken)
    {
        var source = SourceRepair.Apply(decoded.Text, ledger);
        cancellationToken.ThrowIfCancellationRequested();
        var page = PageParser.Parse(source, options, (text, parent) => TextNodeRepair.Apply(text, parent, ledger));
        cancellationToken.ThrowIfCancellationRequested();

        var facts = new PageFacts(page, Uri.TryCreate(raw.Hints.Url, UriKind.Absolute, out var url) ? url : null);
        var links = new LinkResolver(facts.BaseUrl);
        var metadata = ArticleMetadata.Read(facts, links);
        var extracted = ArticleExtractor.Extract(facts, metadata);
        RemovalRecorder.Record(page, extracted.Container, extracted.Standfirst, ledger);
        var body = new BodyWriter(page, links).Write(extracted.Container, extracted.Standfirst);

        var words = TextMeasure.Words(body.Text);
        var kind = PageKindReader.Read(facts, extracted.Container, words, body.Text);
        var removals = ledger.Entries;
        return new CleanedArticle
        {
            Kind = kind,
            Title = metadata.Title.Length > 0 ? metadata.Title : raw.Hints.Title ?? "",
            Standfirst = extracted.Standfirst is { } standfirst ? page.TextOf(standfirst) : null,
            Authors = metadata.Authors,
            PublishedAt = metadata.PublishedAt ?? raw.Hints.PublishedAt,
            ModifiedAt = metadata.ModifiedAt,
            Publisher = metadata.Publisher,
            Section = metadata.Section,
            Tags = metadata.Tags,
            CanonicalUrl = metadata.CanonicalUrl,
            DeclaredLanguage = metadata.Language,
            LeadImage = metadata.LeadImage,
            Images = body.Images,
            BodyHtml = body.Html,
            BodyText = body.Text,
            WordCount = words,
            WordsRemoved = Math.Max(0, page.Words() - words),
            Pollution = PollutionScore.Of(removals, body.Text.Length),
            Charset = decoded.Charset,
            Removals = removals,
            Warnings = [.. decoded.Warnings, .. page.Warnings, .. KindWarning.For(kind)],
            RuleSetVersion = RuleSetVersion,
        };
    }

    /// <summary>The article of a plain text; null if it is no plain text, or a page in disguise.</summary>
    private static CleanedArticle? CleanText(RawArticle raw, DecodedText decoded, RemovalLedger ledger)
    {
        if (!raw.ContentType.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)) return null;
        var plain = PlainTextCleaner.Clean(decoded.Text, raw.Hints, ledger);
        if (plain.IsMarkup) return null;
        var text = string.Join("\n\n", plain.Paragraphs);
        var words = TextMeasure.Words(text);
        var removals = ledger.Entries;
        return new CleanedArticle
        {
            Title = plain.Title,
            Authors = plain.Authors,
            PublishedAt = plain.PublishedAt,
            Publisher = plain.Publisher,
            CanonicalUrl = raw.Hints.Url,
            CitedUrl = plain.CitedUrl,
            BodyHtml = BodyWriter.Paragraphs(plain.Paragraphs),
            BodyText = text,
            WordCount = words,
            WordsRemoved = Math.Max(0, TextMeasure.Words(decoded.Text) - words),
            Pollution = PollutionScore.Of(removals, text.Length),
            Charset = decoded.Charset,
            Removals = removals,
            Warnings = decoded.Warnings,
            RuleSetVersion = RuleSetVersion,
        };
    }
}
