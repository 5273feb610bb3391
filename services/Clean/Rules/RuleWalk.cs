using Ingestion.Clean.Ledger;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Rules;

/// <summary>Asks the rules about every element of a subtree, in document order, in one walk.</summary>
internal static class RuleWalk
{
    /// <summary>Marks what the rules take. What is in a removed element is not looked at again.</summary>
    public static void Apply(PageNode root, RuleContext context, ReadOnlySpan<INodeRule> rules, RemovalLedger ledger)
    {
        var nodes = context.Page.Nodes;
        for (var i = root.Index + 1; i < root.End; i++)
        {
            var node = nodes[i];
            if (node.Tag == Tag.Text) continue;
            if (node.RemovedBy is null && !node.Tag.IsNeverText())
            {
                var share = context.ShareOf(node);
                foreach (var rule in rules)
                {
                    if (share > rule.LargestShare || !rule.Applies(node, context)) continue;
                    Remove(context.Page, node, rule.Id, rule.Confidence, ledger);
                    break;
                }
            }
            if (node.RemovedBy is not null || node.Tag.IsNeverText()) i = node.End - 1;
        }
    }

    /// <summary>Takes one node out and records it, if there was anything to read in it.</summary>
    public static void Remove(Page page, PageNode node, string rule, double confidence, RemovalLedger ledger)
    {
        node.RemovedBy = rule;
        if (node.TextLength > 0) ledger.Removed(rule, Page.PathOf(node), page.TextOf(node), confidence);
    }
}
