using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Extraction;

/// <summary>
/// Finds the element that holds the article. A known container comes first; else the way leads from the body down
/// to where the prose is, as long as one child holds nearly all of it.
/// </summary>
internal static class ContainerFinder
{
    /// <summary>The share of the prose that a child must hold for the way to lead into it.</summary>
    private const double NearlyAll = 0.8;

    /// <summary>The share of the page's prose that a known container must hold to be believed.</summary>
    private const double Believable = 0.5;

    /// <summary>The container; the body if the page has no prose.</summary>
    public static PageNode Find(Page page)
    {
        var start = Known(page) ?? page.Body;
        return Descend(page, start);
    }

    private static PageNode? Known(Page page)
    {
        var nodes = page.Nodes;
        var found = new List<PageNode>();
        var prose = 0;
        for (var i = page.Body.Index + 1; i < page.Body.End; i++)
        {
            var node = nodes[i];
            if (node.Tag == Tag.Text || !IsKnown(node) || node.KeptProse == 0) continue;
            if (node.RemovedBy is not null)
            {
                i = node.End - 1;
                continue;
            }
            found.Add(node);
            prose += node.KeptProse;
            i = node.End - 1;
        }
        if (found.Count == 0 || prose < page.Body.KeptProse * Believable) return null;
        var largest = found.MaxBy(node => node.KeptProse)!;
        if (largest.KeptProse >= prose * NearlyAll) return largest;
        return CommonAncestor(found[0], found[^1]);
    }

    private static bool IsKnown(PageNode node) =>
        node.Has(Marks.Body) || node.Attribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase);

    private static PageNode CommonAncestor(PageNode first, PageNode last)
    {
        var node = first;
        while (!node.Contains(last) && node.Parent is { } parent) node = parent;
        return node;
    }

    private static PageNode Descend(Page page, PageNode start)
    {
        var node = start;
        while (true)
        {
            PageNode? next = null;
            for (var i = node.Index + 1; i < node.End; i = page.Nodes[i].End)
            {
                var child = page.Nodes[i];
                if (child.Tag == Tag.Text || child.RemovedBy is not null || child.KeptProse < node.KeptProse * NearlyAll) continue;
                next = child;
                break;
            }
            if (next is null || next.KeptProse == 0 || next.Tag is Tag.P or Tag.Blockquote) return node;
            node = next;
        }
    }
}
