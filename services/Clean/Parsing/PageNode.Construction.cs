using System.Collections;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Ingestion.Clean.Parsing;

/// <summary>
/// What the parser's tree construction (https://html.spec.whatwg.org/multipage/parsing.html#tree-construction) does with a
/// node: children in a linked list, so that moving them about costs nothing, attributes and texts as pieces of the page.
/// </summary>
internal partial class PageNode : IConstructableElement, IConstructableNodeList, IConstructableNamedNodeMap
{
    private int _children;

    /// <summary>Puts a child in before another, or at the end where that is null.</summary>
    public void Insert(PageNode child, PageNode? before)
    {
        child.Detach();
        child.Parent = this;
        child.NextSibling = before;
        child.PreviousSibling = before is null ? LastChild : before.PreviousSibling;
        if (child.PreviousSibling is { } previous) previous.NextSibling = child;
        else FirstChild = child;
        if (before is not null) before.PreviousSibling = child;
        else LastChild = child;
        _children++;
    }

    private PageNode? LastChild { get; set; }

    private void Detach()
    {
        if (Parent is not { } parent) return;
        if (PreviousSibling is { } previous) previous.NextSibling = NextSibling;
        else parent.FirstChild = NextSibling;
        if (NextSibling is { } next) next.PreviousSibling = PreviousSibling;
        else parent.LastChild = PreviousSibling;
        parent._children--;
        Parent = PreviousSibling = NextSibling = null;
    }

    private PageNode ChildAt(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_children);
        var child = LastChild!;
        if (index > _children / 2)
        {
            for (var at = _children - 1; at > index; at--) child = child.PreviousSibling!;
            return child;
        }
        child = FirstChild!;
        for (var at = 0; at < index; at++) child = child.NextSibling!;
        return child;
    }

    private void InsertAt(int index, PageNode child) => Insert(child, index < _children ? ChildAt(index) : null);

    private void Add(StructAttributes attributes)
    {
        if (attributes.Count == 0) return;
        // The html and body elements are given those of further tags of their kind.
        var at = _attributes.Length;
        Array.Resize(ref _attributes, at + attributes.Count);
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            _attributes[at + i] = new PageAttribute(KeptAttributes.NameOf(attribute.Name), attribute.Value.Memory);
        }
    }

    private void Set(StringOrMemory name, StringOrMemory value)
    {
        if (!HasAttribute(name.Memory.Span)) _attributes = [.. _attributes, new PageAttribute(KeptAttributes.NameOf(name), value.Memory)];
    }

    StringOrMemory IConstructableNode.NodeName => Name;

    NodeFlags IConstructableNode.Flags => _name?.Flags ?? NodeFlags.None;

    IConstructableNode? IConstructableNode.Parent
    {
        get => Parent is null && _document?.Root == this ? _document : Parent;
        set => Parent = value as PageNode;
    }

    IConstructableNodeList IConstructableNode.ChildNodes => this;

    void IConstructableNode.RemoveFromParent() => Detach();

    void IConstructableNode.RemoveChild(IConstructableNode childNode)
    {
        if (childNode is PageNode child && child.Parent == this) child.Detach();
    }

    void IConstructableNode.RemoveNode(int idx, IConstructableNode childNode) => ((PageNode)childNode).Detach();

    void IConstructableNode.InsertNode(int idx, IConstructableNode childNode) => InsertAt(idx, (PageNode)childNode);

    void IConstructableNode.AddNode(IConstructableNode node) => Insert((PageNode)node, null);

    void IConstructableNode.AppendText(StringOrMemory text, bool emitWhiteSpaceOnly) => Insert(new PageNode(text.Memory), null);

    void IConstructableNode.InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly) => InsertAt(idx, new PageNode(text.Memory));

    IConstructableNode IConstructableNodeList.this[int index] => ChildAt(index);

    int IConstructableNodeList.Length => _children;

    void IConstructableNodeList.Clear()
    {
        while (FirstChild is { } child) child.Detach();
    }

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator()
    {
        for (var child = FirstChild; child is not null; child = child.NextSibling) yield return child;
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<IConstructableNode>)this).GetEnumerator();

    StringOrMemory IConstructableElement.LocalName => Name;

    StringOrMemory IConstructableElement.Prefix => StringOrMemory.Empty;

    StringOrMemory IConstructableElement.NamespaceUri => (_name?.Flags ?? NodeFlags.HtmlMember) switch
    {
        var flags when flags.HasFlag(NodeFlags.SvgMember) => NamespaceNames.SvgUri,
        var flags when flags.HasFlag(NodeFlags.MathMember) => NamespaceNames.MathMlUri,
        _ => NamespaceNames.HtmlUri,
    };

    IConstructableNamedNodeMap IConstructableElement.Attributes => this;

    ISourceReference? IConstructableElement.SourceReference { get => null; set { } }

    void IConstructableElement.SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => Set(name, value);

    void IConstructableElement.SetOwnAttribute(StringOrMemory name, StringOrMemory value) => Set(name, value);

    StringOrMemory IConstructableElement.GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) =>
        Attribute(localName.ToString()) is { } value ? value : default(StringOrMemory);

    void IConstructableElement.SetAttributes(StructAttributes tagAttributes) => Add(tagAttributes);

    bool IConstructableElement.HasAttribute(StringOrMemory name) => HasAttribute(name.Memory.Span);

    // The library's word for: its end tag was read, or implied.
    void IConstructableElement.SetupElement() => _document!.Close(this);

    void IConstructableElement.AddComment(ref StructHtmlToken token)
    {
    }

    IConstructableNode IConstructableElement.ShallowCopy()
    {
        // Formatting elements, such as b and a, are opened again where the nesting was wrong.
        var copy = _document!.Open(new PageNode(_name!, _document));
        copy._attributes = _attributes;
        return copy;
    }

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] => throw new NotSupportedException();

    int IConstructableNamedNodeMap.Length => _attributes.Length;

    bool IConstructableNamedNodeMap.SameAs(IConstructableNamedNodeMap? attributes)
    {
        if (attributes is not PageNode other || other._attributes.Length != _attributes.Length) return false;
        if (other._attributes == _attributes) return true;
        foreach (ref readonly var attribute in _attributes.AsSpan())
        {
            if (!other.Has(attribute)) return false;
        }
        return true;
    }

    private bool Has(in PageAttribute wanted)
    {
        foreach (ref readonly var attribute in _attributes.AsSpan())
        {
            if (attribute.Name == wanted.Name) return attribute.Span.SequenceEqual(wanted.Span);
        }
        return false;
    }
}
