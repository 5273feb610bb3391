using AngleSharp.Dom;
using Ingestion.Contracts;

namespace Ingestion.Clean.Parsing;

/// <summary>Turns the parser's document into a <see cref="Page"/>: one walk down and one back up, both without recursion.</summary>
/// <param name="repairText">Puts one run of text right; its second argument is the element that it stands in.</param>
internal sealed class TreeBuilder(Func<string, PageNode, string> repairText)
{
    private readonly List<PageNode> _nodes = [];
    private readonly Dictionary<string, Marks> _marks = new(StringComparer.Ordinal);

    /// <summary>Builds the page.</summary>
    public Page Build(IDocument document, TrimmedSource source, IReadOnlyList<Warning> warnings)
    {
        var root = document.DocumentElement;
        if (root is not null) Walk(root);
        if (_nodes.Count == 0) _nodes.Add(new PageNode { Index = 0, End = 1, Parent = null, Tag = Tag.Html });
        var nodes = _nodes.ToArray();
        PageMeasure.Measure(nodes);
        var body = Array.Find(nodes, static node => node.Tag is Tag.Body or Tag.Frameset) ?? nodes[0];
        return new Page
        {
            Nodes = nodes,
            Body = body,
            JsonLd = source.JsonLd,
            HiddenByStyle = StyleSheetReader.HiddenNames(source.Styles),
            Warnings = warnings,
        };
    }

    private void Walk(IElement root)
    {
        INode? dom = root;
        PageNode? parent = null;
        while (dom is not null)
        {
            var node = Add(dom, parent);
            var down = node is { Tag: not Tag.Text } ? dom.FirstChild : null;
            if (down is not null)
            {
                parent = node;
                dom = down;
                continue;
            }
            if (node is not null) node.End = _nodes.Count;
            while (dom is not null && dom != root && dom.NextSibling is null)
            {
                dom = dom.Parent;
                if (parent is null) return;
                parent.End = _nodes.Count;
                parent = parent.Parent;
            }
            if (dom is null || dom == root) return;
            dom = dom.NextSibling;
        }
    }

    private PageNode? Add(INode dom, PageNode? parent)
    {
        if (dom is IElement element)
        {
            var tag = TagNames.Of(element.LocalName);
            var node = new PageNode
            {
                Index = _nodes.Count,
                Parent = parent,
                Tag = tag,
                Element = element,
                Marks = Read(element.GetAttribute("class")) | (tag.IsHeading() ? Marks.None : ReadId(element.GetAttribute("id"))),
                InLink = parent is { InLink: true } || (tag == Tag.A && element.HasAttribute("href")),
            };
            if (!tag.IsBlock() && parent is not null) node.StandsIn(parent.Block);
            _nodes.Add(node);
            return node;
        }
        if (dom is IText text && parent is not null)
        {
            var node = new PageNode
            {
                Index = _nodes.Count,
                Parent = parent,
                Tag = Tag.Text,
                Text = repairText(text.Data, parent),
                InLink = parent.InLink,
            };
            node.StandsIn(parent.Block);
            _nodes.Add(node);
            return node;
        }
        return null;
    }

    // An id of many words is an anchor made of a heading, not a name.
    private Marks ReadId(string? id) => id is null || id.AsSpan().Count('-') > 2 ? Marks.None : Read(id);

    private Marks Read(string? value)
    {
        if (string.IsNullOrEmpty(value)) return Marks.None;
        if (_marks.TryGetValue(value, out var marks)) return marks;
        return _marks[value] = ClassWords.Read(value);
    }
}
