using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Rules;

/// <summary>What a rule may know beside the element it looks at.</summary>
/// <param name="Page">The page.</param>
/// <param name="Title">The article's title; empty while it is not known.</param>
internal sealed record RuleContext(Page Page, string Title)
{
    /// <summary>The prose of the whole page, see <see cref="PageNode.ProseLength"/>; at least 1.</summary>
    public int TotalProse { get; } = Math.Max(1, Page.Body.ProseLength);

    /// <summary>The element that is called the text of the article and holds most prose of all so called; null if none does.</summary>
    public PageNode? CalledBody { get; } = FindCalledBody(Page);

    /// <summary>The share of the page's prose that stands in a node.</summary>
    public double ShareOf(PageNode node) => (double)node.ProseLength / TotalProse;

    /// <summary>The article's text as the page's structured data gives it; null if it gives none.</summary>
    public string? DeclaredBody { get; init; }

    /// <summary>The names of the authors.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The primary subtag of the declared language; null if none is declared.</summary>
    public string? Language { get; init; }

    /// <summary>Whether nothing was left of the page before, and nothing can be won by being strict.</summary>
    public bool IsLastChance { get; init; }

    /// <summary>Whether a node lies apart from the element that is called the text of the article.</summary>
    public bool IsApart(PageNode node) => CalledBody is { } body && !body.Contains(node) && !node.Contains(body);

    private static PageNode? FindCalledBody(Page page)
    {
        PageNode? largest = null;
        for (var i = page.Body.Index + 1; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            if (!node.Has(Marks.Body) || node.ProseLength < LeastBody || node.ProseLength <= (largest?.ProseLength ?? 0)) continue;
            largest = node;
        }
        return largest;
    }

    private const int LeastBody = 300;
}
