using System.Text;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Rules;

/// <summary>Writes into the ledger what the rules took and what the article leaves behind, in document order, once all is decided.</summary>
internal static class RemovalRecorder
{
    /// <summary>The rule under which the page around the article is recorded.</summary>
    public const string Outside = "outside-article";

    /// <summary>Records every node that was taken, and every text outside the container.</summary>
    public static void Record(Page page, PageNode container, PageNode? standfirst, RemovalLedger ledger)
    {
        var nodes = page.Nodes;
        var lastRemoved = LastRemoved(page.Body, nodes);
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            var node = nodes[i];
            page.Budget.Step();
            if (node == standfirst)
            {
                i = node.End - 1;
                continue;
            }
            if (node.Tag == Tag.Text && node.RemovedBy is not null)
            {
                i = RecordLine(nodes, i, ledger) - 1;
                continue;
            }
            if (node.Tag == Tag.Text || node.TextLength == 0) continue;
            if (node.RemovedBy is { } reason)
            {
                ledger.Removed(reason.Rule, Page.PathOf(node), page.TextOf(node), reason.Confidence);
                i = node.End - 1;
            }
            else if (node.Protection == Protection.None && !node.Contains(container) && !container.Contains(node) && (standfirst is null || !node.Contains(standfirst)) && lastRemoved[node.End - 1] <= i)
            {
                ledger.Removed(Outside, Page.PathOf(node), page.TextOf(node), 0.6);
                i = node.End - 1;
            }
        }
    }

    /// <summary>Records a line that was taken out of its block, as a whole; returns the first place after it.</summary>
    private static int RecordLine(PageNode[] nodes, int first, RemovalLedger ledger)
    {
        var reason = nodes[first].RemovedBy!;
        var text = new StringBuilder();
        var next = first + 1;
        for (var i = first; i < nodes.Length && nodes[i].Block == nodes[first].Block; i++)
        {
            if (nodes[i].RemovedBy is null) continue;
            if (nodes[i].RemovedBy != reason) break;
            text.Append(nodes[i].Text);
            next = i + 1;
        }
        ledger.Removed(reason.Rule, Page.PathOf(nodes[first].Block), string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), reason.Confidence);
        return next;
    }

    /// <summary>For each place, the last place up to it of a node that was taken.</summary>
    private static int[] LastRemoved(PageNode body, PageNode[] nodes)
    {
        var last = new int[body.End];
        var found = -1;
        for (var i = body.Index; i < body.End; i++)
        {
            if (nodes[i].RemovedBy is not null) found = i;
            last[i] = found;
        }
        return last;
    }
}
