using System.Collections;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Ingestion.Clean.Parsing.Construction;

/// <summary>
/// The document while the parser builds it. It holds one element, html; whatever else the parser puts in is an element
/// that may not stand in the table that is open, and whose place is before that table. (The parser library finds that
/// place by its own classes only, and hands over to the document what it has found none for.)
/// </summary>
/// <param name="source">What is parsed.</param>
/// <param name="budget">What the page may cost.</param>
internal sealed class PageDocument(TextSource source, Budget budget) : IConstructableDocument, IConstructableNodeList, IDisposable
{
    /// <summary>A node that nobody reads.</summary>
    public static readonly IConstructableNode Nothing = new PageNode(ElementNames.InHtml("!doctype"), document: null);

    private readonly List<PageNode> _openTables = [];

    /// <summary>The html element; null if there was nothing to parse.</summary>
    public PageNode? Root { get; private set; }

    /// <summary>The builder, which owns the memory that texts and attribute values lie in.</summary>
    public IDisposable? Builder { get; set; }

    /// <summary>Whether the page is in quirks mode, where a table may stand in a paragraph.</summary>
    public QuirksMode QuirksMode { get; set; }

    /// <summary>How many elements are open.</summary>
    public int OpenElements { get; private set; }

    /// <summary>An element begins.</summary>
    /// <exception cref="ElementBudgetException">That was one too many.</exception>
    public T Open<T>(T node)
        where T : PageNode
    {
        if (!budget.SpendElement()) throw new ElementBudgetException();
        OpenElements++;
        if (node.Tag == Tag.Table) _openTables.Add(node);
        return node;
    }

    /// <summary>An element ends.</summary>
    public void Close(PageNode node)
    {
        OpenElements--;
        if (node.Tag == Tag.Table && _openTables.LastIndexOf(node) is var at and >= 0) _openTables.RemoveAt(at);
    }

    /// <summary>Gives the memory back that texts and attribute values lie in; the tree cannot be read after that.</summary>
    public void Dispose()
    {
        Builder?.Dispose();
        Builder = null;
    }

    void IConstructableNode.AddNode(IConstructableNode node)
    {
        if (node == Nothing) return;
        var element = (PageNode)node;
        if (Root is null) Root = element;
        else if (_openTables is [.., { Parent: { } parent } table]) parent.Insert(element, before: table);
        else Root.Insert(element, before: null);
    }

    IConstructableElement? IConstructableDocument.Head => ChildOfRoot(Tag.Head);

    IConstructableElement IConstructableDocument.DocumentElement => Root!;

    bool IConstructableDocument.IsLoading => false;

    TextSource IConstructableDocument.Source => source;

    NodeFlags IConstructableNode.Flags => NodeFlags.None;

    StringOrMemory IConstructableNode.NodeName => "#document";

    IConstructableNode? IConstructableNode.Parent { get => null; set { } }

    IConstructableNodeList IConstructableNode.ChildNodes => this;

    IConstructableNode IConstructableNodeList.this[int index] => index == 0 && Root is { } root ? root : throw new ArgumentOutOfRangeException(nameof(index));

    int IConstructableNodeList.Length => Root is null ? 0 : 1;

    private PageNode? ChildOfRoot(Tag tag)
    {
        var child = Root?.FirstChild;
        while (child is not null && child.Tag != tag) child = child.NextSibling;
        return child;
    }

    void IConstructableDocument.Clear() => Root = null;

    void IConstructableNodeList.Clear() => Root = null;

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator()
    {
        if (Root is not null) yield return Root;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<IConstructableNode>)this).GetEnumerator();

    void IConstructableNode.RemoveFromParent()
    {
    }

    void IConstructableNode.RemoveChild(IConstructableNode childNode)
    {
    }

    void IConstructableNode.RemoveNode(int idx, IConstructableNode childNode)
    {
    }

    void IConstructableNode.InsertNode(int idx, IConstructableNode childNode) => ((IConstructableNode)this).AddNode(childNode);

    // Texts have a place in the tree even where elements have none.
    void IConstructableNode.AppendText(StringOrMemory text, bool emitWhiteSpaceOnly)
    {
    }

    void IConstructableNode.InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly)
    {
    }

    void IConstructableDocument.AddComment(ref StructHtmlToken token)
    {
    }

    void IConstructableDocument.ApplyManifest()
    {
    }

    Task IConstructableDocument.FinishLoadingAsync() => Task.CompletedTask;

    void IConstructableDocument.PerformMicrotaskCheckpoint()
    {
    }

    void IConstructableDocument.ProvideStableState()
    {
    }

    void IConstructableDocument.TrackError(Exception exception)
    {
    }

    Task IConstructableDocument.WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;
}
