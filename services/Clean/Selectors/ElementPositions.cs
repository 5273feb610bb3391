using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Selectors;

/// <summary>The place of each element among its parent's elements, counted once, and only if a selector asks.</summary>
internal sealed class ElementPositions(Page page)
{
    private int[]? _positions;

    /// <summary>The place of an element, from 1.</summary>
    public int Of(PageNode node) => (_positions ??= Count(page.Nodes))[node.Index];

    private static int[] Count(PageNode[] nodes)
    {
        var positions = new int[nodes.Length];
        var children = new int[nodes.Length];
        foreach (var node in nodes)
        {
            if (node.Tag == Tag.Text) continue;
            positions[node.Index] = node.Parent is { } parent ? ++children[parent.Index] : 1;
        }
        return positions;
    }
}
