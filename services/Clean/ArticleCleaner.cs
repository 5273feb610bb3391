using System.Globalization;
using Ingestion.Clean.Classification;
using Ingestion.Clean.Decoding;
using Ingestion.Clean.Extraction;
using Ingestion.Clean.Extraction.ScriptState;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Metadata;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.PerSource;
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
    public const string RuleSetVersion = "3";

    /// <summary>Cleans one article.</summary>
    /// <param name="raw">The bytes, and what was said about them.</param>
    /// <param name="rules">The rules of its source; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArticleRejectedException">There is no article in the bytes, and there never will be.</exception>
    public CleanedArticle Clean(RawArticle raw, CompiledSourceRules? rules = null, CancellationToken cancellationToken = default)
    {
        rules ??= CompiledSourceRules.None;
        var budget = new Budget(options, cancellationToken);
        using var decoded = PageDecoder.Decode(raw.Content.Span, raw.ContentType);
        if (decoded.Truncate(options.MaxCharacters))
            decoded.Warnings = [.. decoded.Warnings, new Warning("budget-bytes", $"Only the first {options.MaxCharacters} characters were read.")];
        budget.CheckTime();
        var article = PlainTextArticle.TryClean(raw, decoded, rules, budget) ?? CleanPage(raw, decoded, rules, budget);
        if (article.BodyText.Length == 0)
            throw new ArticleRejectedException("no-text", $"There is no text in the {raw.Content.Length} bytes of {raw.ContentType}.");
        return article;
    }

    private static CleanedArticle CleanPage(RawArticle raw, DecodedText decoded, CompiledSourceRules rules, Budget budget)
    {
        var ledger = new RemovalLedger();
        var source = SourceRepair.Apply(decoded.Memory, ledger, budget);
        budget.CheckTime();
        using var page = PageParser.Parse(source.Text, budget, rules.Attributes, new TextNodeRepair(source.Readings, ledger));
        budget.CheckTime();

        var facts = new PageFacts(page, Uri.TryCreate(raw.Hints.Url, UriKind.Absolute, out var url) ? url : null);
        var links = new LinkResolver(facts.BaseUrl);
        var doubts = new List<Warning>();
        var metadata = SourceFacts.Apply(ArticleMetadata.Read(facts, links), page, rules, facts.Language, doubts);
        SourceRulesStage.Apply(page, rules, ledger);
        var (extracted, body) = WriteBody(facts, metadata, links, ledger);
        if (DeclaredBody.Replaces(extracted.Declared, body.Text))
        {
            doubts.Add(new Warning("declared-body", $"The page shows {body.Text.Length} characters of text; the article is from its structured data."));
            var paragraphs = DeclaredBody.Paragraphs(extracted.Declared!);
            body = new WrittenBody(BodyWriter.Paragraphs(paragraphs), string.Join("\n\n", paragraphs), body.Images);
        }
        else if (StateArticleFinder.Find(source.Text.Span, body.Text, metadata.Title, budget) is { } state)
        {
            var title = state.TitleFor(metadata.Title);
            using var stated = PageParser.Parse(
                $"<article>{state.Html}</article>".AsMemory(), budget, rules.Attributes, new TextNodeRepair(source.Readings, ledger));
            SourceRulesStage.Apply(stated, rules, ledger);
            var (_, written) = WriteBody(new PageFacts(stated, facts.BaseUrl), metadata with { Title = title }, links, ledger);
            if (written.Text.Length > body.Text.Length)
            {
                doubts.Add(new Warning("script-state", $"The page shows {body.Text.Length} characters of text; the article is from the state of its scripts."));
                (metadata, body) = (metadata with { Title = title }, written);
            }
        }

        var words = TextMeasure.Words(body.Text);
        var kind = PageKindReader.Read(facts, extracted.Container, words, body.Text);
        var removals = ledger.Entries;
        return new CleanedArticle
        {
            Kind = kind,
            Title = Title(metadata.Title, raw.Hints, body.Text),
            Standfirst = extracted.Standfirst is { } standfirst ? page.TextOf(standfirst) : null,
            Authors = metadata.Authors,
            PublishedAt = metadata.PublishedAt ?? raw.Hints.PublishedAt,
            ModifiedAt = metadata.ModifiedAt,
            Publisher = metadata.Publisher,
            Section = metadata.Section,
            Tags = metadata.Tags,
            CanonicalUrl = metadata.CanonicalUrl,
            DeclaredLanguage = metadata.Language ?? raw.Hints.Language,
            Licence = raw.Hints.Licence,
            LeadImage = ImageCaption.WithCaption(metadata.LeadImage, body.Images),
            Images = body.Images,
            BodyHtml = body.Html,
            BodyText = body.Text,
            WordCount = words,
            WordsRemoved = Math.Max(0, page.Words() - words),
            Pollution = PollutionScore.Of(removals, body.Text.Length),
            Charset = decoded.Charset,
            Removals = removals,
            Warnings = [.. decoded.Warnings, .. page.Warnings, .. doubts, .. KindWarning.For(kind)],
            RuleSetVersion = RuleSetVersionWith(rules),
        };
    }

    private static (ExtractedArticle Extracted, WrittenBody Body) WriteBody(
        PageFacts facts, ArticleMetadata metadata, LinkResolver links, RemovalLedger ledger)
    {
        var extracted = ArticleExtractor.Extract(facts, metadata);
        RemovalRecorder.Record(facts.Page, extracted.Container, extracted.FirstParagraph, ledger);
        return (extracted, new BodyWriter(facts.Page, links).Write(extracted.Container, extracted.FirstParagraph, extracted.KeptElsewhere));
    }

    /// <summary>Names the rules that were applied: the core's version, and the revision of the source's rules if it has any.</summary>
    public static string RuleSetVersionWith(CompiledSourceRules rules) =>
        rules.IsEmpty ? RuleSetVersion : string.Create(CultureInfo.InvariantCulture, $"{RuleSetVersion}+source.{rules.Revision}");

    /// <summary>The page's own title, else the sender's, else the beginning of the text: no article goes without one.</summary>
    private static string Title(string own, ArticleHints hints, string body)
    {
        if (own.Length > 0) return own;
        return string.IsNullOrWhiteSpace(hints.Title) ? Headline.MakeUp(body.Split('\n')[0]) : hints.Title.Trim();
    }
}
