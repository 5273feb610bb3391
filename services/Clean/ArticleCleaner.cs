using Ingestion.Clean.Decoding;
using Ingestion.Clean.Extraction;
using Ingestion.Clean.Hidden;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Metadata;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.PlainText;
using Ingestion.Clean.Pruning;
using Ingestion.Clean.Pruning.Lines;
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
        var decoded = PageDecoder.Decode(raw.Content.Span, raw.ContentType);
        if (PlainTextArticle.TryClean(raw, decoded) is { } plain) return plain;

        var ledger = new RemovalLedger();
        var source = SourceRepair.Apply(decoded.Text, ledger);
        cancellationToken.ThrowIfCancellationRequested();

        var page = PageParser.Parse(source, options, text => TextRepair.Apply(text, "text", ledger));
        cancellationToken.ThrowIfCancellationRequested();

        Uri.TryCreate(raw.Hints.Url, UriKind.Absolute, out var url);
        var facts = new PageFacts(page, url);
        var links = new LinkResolver(facts.BaseUrl);
        var metadata = ArticleMetadata.Read(facts, links);

        var context = new RuleContext(page, metadata.Title);
        RuleWalk.Apply(page.Body, context, HiddenRules.All, ledger);
        RuleWalk.Apply(page.Body, context, PruningRules.All, ledger);
        PageMeasure.MeasureKept(page.Nodes);
        var container = ContainerFinder.Find(page);
        LinePruner.Apply(container, context, ledger);
        var body = new BodyWriter(page, links).Write(container);
        if (body.Text.Length == 0)
            throw new ArticleRejectedException("no-text", $"There is no text in the {raw.Content.Length} bytes of {raw.ContentType}.");

        var words = TextMeasure.Words(body.Text);
        return new CleanedArticle
        {
            Title = Title(TextRepair.Apply(metadata.Title, "title", ledger), raw.Hints, body.Text),
            Authors = metadata.Authors,
            PublishedAt = metadata.PublishedAt ?? raw.Hints.PublishedAt,
            ModifiedAt = metadata.ModifiedAt,
            Publisher = metadata.Publisher,
            Section = metadata.Section,
            Tags = metadata.Tags,
            CanonicalUrl = metadata.CanonicalUrl ?? raw.Hints.Url,
            DeclaredLanguage = metadata.Language,
            LeadImage = metadata.LeadImage,
            Images = body.Images,
            BodyHtml = body.Html,
            BodyText = body.Text,
            WordCount = words,
            WordsRemoved = Math.Max(0, page.Nodes.Sum(node => TextMeasure.Words(node.Text)) - words),
            Pollution = Pollution.Score(ledger.Entries, body.Text.Length),
            Charset = decoded.Charset,
            Removals = ledger.Entries,
            Warnings = [.. decoded.Warnings, .. page.Warnings],
            RuleSetVersion = RuleSetVersion,
        };
    }
    /// <summary>The page's own title, else the sender's, else the beginning of the text: no article goes without one.</summary>
    private static string Title(string own, ArticleHints hints, string body)
    {
        if (own.Length > 0) return own;
        return string.IsNullOrWhiteSpace(hints.Title) ? Headline.MakeUp(body.Split('\n')[0]) : hints.Title.Trim();
    }
}
