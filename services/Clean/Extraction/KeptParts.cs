using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Extraction;

/// <summary>Finds what the source's rules keep: it belongs to the article wherever it stands.</summary>
internal static class KeptParts
{
    /// <summary>
    /// The container, grown to what is kept around it, and what is kept elsewhere, in document order. What the source's own rules
    /// remove is not kept.
    /// </summary>
    public static (PageNode Container, IReadOnlyList<PageNode> Elsewhere) Find(Page page, PageNode container)
    {
        if (page.Body.Protection == Protection.None) return (container, []);
        var elsewhere = new List<PageNode>();
        for (var i = page.Body.Index + 1; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            if (container.Contains(node) || node.RemovedBy is not null || node.Protection == Protection.None)
            {
                i = node.End - 1;
                continue;
            }
            if (node.Protection != Protection.Kept) continue;
            if (node.Contains(container)) container = node;
            else if (node.TextLength > 0) elsewhere.Add(node);
            i = node.End - 1;
        }
        return (container, elsewhere);
    }
}
