using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Selectors;

/// <summary>
/// A CSS selector list (Selectors Level 4), matched on the page's own tree. Supported: type, universal, class, id and attribute
/// selectors, the descendant and the child combinator, lists, :not(), :first-child and :nth-child().
/// </summary>
internal sealed class Selector
{
    private readonly ComplexSelector[] _alternatives;

    internal Selector(ComplexSelector[] alternatives, IReadOnlySet<string> attributes) => (_alternatives, Attributes) = (alternatives, attributes);

    /// <summary>The attributes whose values it asks for: a parser that drops attributes has to keep these.</summary>
    public IReadOnlySet<string> Attributes { get; }

    /// <summary>Reads a selector list.</summary>
    /// <exception cref="SelectorSyntaxException">It is none, or uses what is not supported.</exception>
    public static Selector Parse(string text) => new SelectorParser(text).Parse();

    /// <summary>Whether it matches an element.</summary>
    /// <param name="node">The element; a text is never matched.</param>
    /// <param name="positions">The places of the page's elements among their siblings.</param>
    public bool Matches(PageNode node, ElementPositions positions)
    {
        if (node.Tag == Tag.Text) return false;
        foreach (var alternative in _alternatives)
        {
            if (alternative.Matches(node, positions)) return true;
        }
        return false;
    }

    /// <summary>The first element in document order that it matches; null if there is none.</summary>
    public PageNode? FindFirst(Page page, ElementPositions positions) => Array.Find(page.Nodes, node => Matches(node, positions));
}
