using Ingestion.Clean.Parsing.Construction;
using Ingestion.Contracts;

namespace Ingestion.Clean.Parsing;

/// <summary>
/// Lays the parser's tree out as a <see cref="Page"/>: one walk down and up again, without recursion, in which every node
/// gets its place and texts that lie side by side become one.
/// </summary>
/// <param name="budget">What the page may cost.</param>
/// <param name="repair">Puts texts right.</param>
internal sealed class TreeBuilder(Budget budget, TextNodeRepair repair)
{
    private readonly List<PageNode> _nodes = new(2_048);
    private readonly ClassMarks _marks = new();

    /// <summary>Builds the page.</summary>
    public Page Build(PageDocument document, TrimmedSource source, IReadOnlyList<Warning> warnings)
    {
        var root = document.Root ?? new PageNode(ElementNames.InHtml("html"), document);
        Walk(root);
        var nodes = _nodes.ToArray();
        PageMeasure.Measure(nodes);
        var body = Array.Find(nodes, static node => node.Tag is Tag.Body or Tag.Frameset) ?? root;
        return new Page(document, source)
        {
            Nodes = nodes,
            Body = body,
            JsonLd = source.JsonLd,
            HiddenByStyle = StyleSheetReader.Read(source.Styles),
            Warnings = warnings,
            Budget = budget,
        };
    }

    private void Walk(PageNode root)
    {
        var depth = 1;
        for (var node = root; ;)
        {
            budget.Step();
            if (node.Tag == Tag.Text) node.JoinTexts();
            node.Settle(_nodes.Count, _marks);
            _nodes.Add(node);
            if (node.Tag == Tag.Text) node.Repair(repair);
            else if (depth >= budget.Options.MaxDepth) node.Flatten();
            if (node.FirstChild is { } child)
            {
                depth++;
                node = child;
                continue;
            }
            node.End = _nodes.Count;
            while (node.NextSibling is null)
            {
                if (node == root || node.Parent is not { } parent) return;
                depth--;
                node = parent;
                node.End = _nodes.Count;
            }
            if (node == root) return;
            node = node.NextSibling;
        }
    }
}
