using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Extraction;

/// <summary>
/// Finds the element that holds the article. A known container comes first; else the way leads from the body down
/// to where the prose is. From there it goes up again as far as that brings more prose than junk.
/// </summary>
internal static class ContainerFinder
{
    /// <summary>The share of the prose that a child must hold for the way to lead into it.</summary>
    private const double NearlyAll = 0.75;

    /// <summary>The share of the prose that a child that is called an article must hold.</summary>
    private const double Called = 0.4;

    /// <summary>The share of the page's prose that a known container must hold to be believed.</summary>
    private const double Believable = 0.35;

    /// <summary>The container; the body if the page has no prose.</summary>
    public static PageNode Find(Page page)
    {
        var known = Known(page);
        var start = Descend(page, known ?? page.Body);
        return Climb(start, known);
    }

    private static PageNode? Known(Page page)
    {
        var nodes = page.Nodes;
        var found = new List<PageNode>();
        var prose = 0;
        for (var i = page.Body.Index + 1; i < page.Body.End; i++)
        {
            var node = nodes[i];
            if (node.Tag == Tag.Text) continue;
            if (node.RemovedBy is not null)
            {
                i = node.End - 1;
                continue;
            }
            if (node.KeptProse == 0 || !IsKnown(node)) continue;
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
                if (child.Tag == Tag.Text || child.RemovedBy is not null || child.KeptProse == 0) continue;
                if (next is not null && next.KeptProse >= child.KeptProse) continue;
                next = child;
            }
            if (next is null || next.Tag is Tag.P or Tag.Blockquote) return node;
            var needed = next.Tag == Tag.Article || next.Tag == Tag.Main || next.Has(Marks.Article | Marks.Body) ? Called : NearlyAll;
            if (next.KeptProse < node.KeptProse * needed) return node;
            node = next;
        }
    }

    private static PageNode Climb(PageNode start, PageNode? known)
    {
        var best = start;
        for (var node = start.Parent; node is not null && node.Tag is not (Tag.Body or Tag.Html); node = node.Parent)
        {
            // A known container is where its article ends; within it everything is welcome.
            var gain = node.KeptProse - best.KeptProse;
            var junk = node.KeptJunk - best.KeptJunk;
            var most = known is null ? best.KeptProse : best.KeptProse * 0.3;
            var within = known is not null && known.Contains(node);
            if (gain > 0 && (within ? junk < gain * 2 : junk * 2 < gain && gain < most)) best = node;
            if (node.Tag is Tag.Article or Tag.Main && !within) return best;
        }
        return best;
    }
}
