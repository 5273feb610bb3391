using Ingestion.Clean.Hidden;
using Ingestion.Clean.Metadata;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.Pruning;
using Ingestion.Clean.Pruning.Lines;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Extraction;

/// <summary>
/// Takes the article out of its page: hidden text off, boilerplate off, the container found, its lines looked at. A
/// result that is too small for its page gets a second chance on the page without the less sure rules.
/// </summary>
internal static class ArticleExtractor
{
    /// <summary>Less prose than this, and less than a third of the page's, is too small.</summary>
    private const int SmallProse = 250;

    /// <summary>Extracts; the nodes that are out are marked.</summary>
    public static ExtractedArticle Extract(PageFacts facts, ArticleMetadata metadata)
    {
        var page = facts.Page;
        var context = new RuleContext(page, metadata.Title)
        {
            DeclaredBody = DeclaredBody.Read(facts),
            Authors = metadata.Authors,
            Language = facts.ShortLanguage,
        };
        RuleWalk.Apply(page.Body, context, HiddenRules.All, isPruning: false);
        var container = Attempt(context, PruningRules.All);
        if (IsTooSmall(container, page))
        {
            Undo(page, HiddenRules.All);
            container = Attempt(context, PruningRules.Surest);
        }
        if (container.KeptLength == 0)
        {
            // Everything was hidden: a page that a script shows.
            Undo(page, []);
            container = Attempt(context with { IsLastChance = true }, []);
        }
        var standfirst = StandfirstFinder.Find(facts, container, metadata.Description);
        var leads = standfirst is not null && StandfirstFinder.LeadsText(standfirst, container);
        if (leads) Restore(standfirst!, container);
        else if (standfirst is not null) standfirst.RemovedBy = new RemovalReason("standfirst", 0.7);
        var (whole, elsewhere) = KeptParts.Find(page, container);
        if (standfirst is not null && elsewhere.Any(kept => kept.Contains(standfirst))) standfirst = null;
        return new ExtractedArticle(whole, standfirst, leads, elsewhere) { Declared = context.DeclaredBody };
    }

    private static PageNode Attempt(RuleContext context, ReadOnlySpan<INodeRule> rules)
    {
        var page = context.Page;
        RuleWalk.Apply(page.Body, context, rules);
        PageMeasure.MeasureKept(page.Nodes);
        var container = ContainerFinder.Find(page);
        LinePruner.Apply(container, context);
        PageMeasure.MeasureKept(page.Nodes);
        return container;
    }

    private static bool IsTooSmall(PageNode container, Page page) =>
        container.KeptProse < SmallProse && container.KeptProse * 3 < page.Body.ProseLength;

    private static void Undo(Page page, ReadOnlySpan<INodeRule> keep)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in keep) kept.Add(rule.Id);
        foreach (var node in page.Nodes)
        {
            if (node.RemovedBy is { IsFinal: false } reason && !kept.Contains(reason.Rule)) node.RemovedBy = null;
        }
    }

    // In the container its ancestors would keep it out; elsewhere it is written by itself.
    private static void Restore(PageNode standfirst, PageNode container)
    {
        standfirst.RemovedBy = null;
        for (var node = standfirst.Parent; node is not null && node != container && container.Contains(node); node = node.Parent)
        {
            if (node.RemovedBy is not null && node.TextLength == standfirst.TextLength) node.RemovedBy = null;
        }
    }
}

/// <summary>Where the article is.</summary>
/// <param name="Container">The element that holds it.</param>
/// <param name="Standfirst">The standfirst, in the container or before it; null if there is none.</param>
/// <param name="StandfirstLeadsText">Whether the standfirst is the first paragraph of the text too.</param>
/// <param name="KeptElsewhere">What the source's rules keep outside the container, in document order.</param>
internal sealed record ExtractedArticle(PageNode Container, PageNode? Standfirst, bool StandfirstLeadsText, IReadOnlyList<PageNode> KeptElsewhere)
{
    /// <summary>The standfirst, if it is the first paragraph of the text.</summary>
    public PageNode? FirstParagraph => StandfirstLeadsText ? Standfirst : null;

    /// <summary>The text as the page's structured data gives it; null if it gives none.</summary>
    public string? Declared { get; init; }
}
