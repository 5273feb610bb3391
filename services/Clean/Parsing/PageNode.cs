using AngleSharp.Dom;

namespace Ingestion.Clean.Parsing;

/// <summary>
/// An element or a text of the page, at its place in document order. A subtree is the range from
/// <see cref="Index"/> to <see cref="End"/>, so that no stage has to recurse.
/// </summary>
internal sealed class PageNode
{
    /// <summary>Place in <see cref="Page.Nodes"/>.</summary>
    public required int Index { get; init; }

    /// <summary>First place after this subtree.</summary>
    public int End { get; set; }

    /// <summary>The parent; null for the root.</summary>
    public required PageNode? Parent { get; init; }

    /// <summary>What it is.</summary>
    public required Tag Tag { get; init; }

    /// <summary>The parsed element; null for a text.</summary>
    public IElement? Element { get; init; }

    /// <summary>The element's name in lower case; empty for a text.</summary>
    public string Name => Element?.LocalName ?? "";

    /// <summary>The text, for a text; else empty. A source's rules may cut it before anything is extracted.</summary>
    public string Text { get; set; } = "";

    /// <summary>What its class and id say about its purpose.</summary>
    public Marks Marks { get; init; }

    /// <summary>The nearest block that it stands in: itself, if it is one.</summary>
    public PageNode Block => _block ?? this;

    private PageNode? _block;

    /// <summary>Whether it stands in a link (itself included).</summary>
    public bool InLink { get; init; }

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

    /// <summary>Share of the text that stands in links, 0 to 1.</summary>
    public double LinkDensity => TextLength == 0 ? 0 : (double)LinkLength / TextLength;

    /// <summary>An attribute's value; null where it is absent.</summary>
    public string? Attribute(string name) => Element?.GetAttribute(name);

    /// <summary>Whether the class or id says any of these.</summary>
    public bool Has(Marks marks) => (Marks & marks) != 0;

    /// <summary>Whether the other node lies in this subtree (or is this node).</summary>
    public bool Contains(PageNode other) => other.Index >= Index && other.Index < End;

    /// <summary>Sets the block that an inline node stands in.</summary>
    public void StandsIn(PageNode block) => _block = block;
}
