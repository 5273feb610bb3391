using Ingestion.Clean.Parsing.Construction;

namespace Ingestion.Clean.Parsing;

/// <summary>
/// An element or a text of the page, at its place in document order. A subtree is the range from
/// <see cref="Index"/> to <see cref="End"/>, so that no stage has to recurse. The parser puts the tree together, see
/// PageNode.Construction.cs; after that nobody changes it.
/// </summary>
internal partial class PageNode
{
    private readonly ElementName? _name;
    private readonly PageDocument? _document;
    private PageAttribute[] _attributes = [];
    private ReadOnlyMemory<char> _text;
    private PageNode? _block;
    private bool _hasStyle;

    /// <summary>An element without attributes or children.</summary>
    public PageNode(ElementName name, PageDocument? document)
    {
        _name = name;
        _document = document;
        Tag = name.Tag;
    }

    private PageNode(ReadOnlyMemory<char> text) => _text = text;

    /// <summary>Place in <see cref="Page.Nodes"/>.</summary>
    public int Index { get; private set; }

    /// <summary>First place after this subtree.</summary>
    public int End { get; set; }

    /// <summary>The parent; null for the root.</summary>
    public PageNode? Parent { get; private set; }

    /// <summary>The first child; null if there is none.</summary>
    public PageNode? FirstChild { get; private set; }

    /// <summary>The sibling before; null for the first child.</summary>
    public PageNode? PreviousSibling { get; private set; }

    /// <summary>The sibling after; null for the last child.</summary>
    public PageNode? NextSibling { get; private set; }

    /// <summary>What it is.</summary>
    public Tag Tag { get; }

    /// <summary>Whether it stands in a link (itself included).</summary>
    public bool InLink { get; private set; }

    /// <summary>What its class and id say about its purpose.</summary>
    public Marks Marks { get; private set; }

    /// <summary>The rule that took it, and with it its subtree, out of the article; null while it is in.</summary>
    public RemovalReason? RemovedBy { get; set; }

    /// <summary>Whether a source's rules keep it in the article.</summary>
    public Protection Protection { get; set; }

    /// <summary>Amount of text in the subtree, see <see cref="TextMeasure"/>.</summary>
    public int TextLength { get; set; }

    /// <summary>The part of <see cref="TextLength"/> that stands in links.</summary>
    public int LinkLength { get; set; }

    /// <summary>Text of this block itself: not in blocks further in. 0 for what is no block.</summary>
    public int OwnLength { get; set; }

    /// <summary>The part of <see cref="OwnLength"/> that stands in links.</summary>
    public int OwnLinkLength { get; set; }

    /// <summary>Sentence punctuation in this block itself.</summary>
    public int OwnPunctuation { get; set; }

    /// <summary>Amount of running text in the subtree: the blocks that read like sentences.</summary>
    public int ProseLength { get; set; }

    /// <summary>The part of <see cref="TextLength"/> that no rule has removed; set by <see cref="PageMeasure.MeasureKept"/>.</summary>
    public int KeptLength { get; set; }

    /// <summary>The part of <see cref="ProseLength"/> that no rule has removed; set by <see cref="PageMeasure.MeasureKept"/>.</summary>
    public int KeptProse { get; set; }

    /// <summary>Text that no rule has removed but that speaks against the place: links, short lines; set by <see cref="PageMeasure.MeasureKept"/>.</summary>
    public int KeptJunk { get; set; }

    /// <summary>Elements of the subtree, itself included.</summary>
    public int Elements { get; set; }

    /// <summary>Links (a with href) of the subtree.</summary>
    public int Links { get; set; }

    /// <summary>The element's name, as a rule in lower case; empty for a text.</summary>
    public string Name => _name?.Local ?? "";

    /// <summary>The text, for a text; else empty.</summary>
    public ReadOnlySpan<char> Text => _text.Span;

    /// <summary>The nearest block that it stands in: itself, if it is one.</summary>
    public PageNode Block => _block ?? this;

    /// <summary>Share of the text that stands in links, 0 to 1.</summary>
    public double LinkDensity => TextLength == 0 ? 0 : (double)LinkLength / TextLength;

    /// <summary>An attribute's value; null where it is absent. Only those that <see cref="KeptAttributes"/> or the source's rules name are known.</summary>
    public string? Attribute(string name)
    {
        var attributes = _attributes;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i].Name == name) return attributes[i].Value;
        }
        return null;
    }

    /// <summary>The style attribute; null where it is absent.</summary>
    public string? Style => _hasStyle ? Attribute("style") : null;

    /// <summary>Whether an attribute is there, with a value or without.</summary>
    public bool HasAttribute(ReadOnlySpan<char> name)
    {
        foreach (ref readonly var attribute in _attributes.AsSpan())
        {
            if (name.SequenceEqual(attribute.Name)) return true;
        }
        return false;
    }

    /// <summary>Cuts a part of the text out.</summary>
    public void Cut(int start, int length) => _text = string.Concat(Text[..start], Text[(start + length)..]).AsMemory();

    /// <summary>Whether the class or id says any of these.</summary>
    public bool Has(Marks marks) => (Marks & marks) != 0;

    /// <summary>Whether the other node lies in this subtree (or is this node).</summary>
    public bool Contains(PageNode other) => other.Index >= Index && other.Index < End;
}
