using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Rules;

/// <summary>
/// Asks the rules about every element of a subtree, in document order, in one walk, and only then takes out what they
/// named: a rule that names more prose than it may, at one place or on the whole page, has read a layout's class name
/// for more than it is ("ad" for adjacent, "widget" for everything), and takes nothing that holds prose.
/// </summary>
internal static class RuleWalk
{
    /// <summary>How much more a rule may take on the whole page than at one place.</summary>
    private const double WholePage = 1.5;

    /// <summary>What a rule may take at one place that lies apart from what is called the text of the article.</summary>
    private const double LargestShareApart = 0.6;

    /// <summary>More text than this in a sentence's tooltip is the tooltip's own, not the word that it explains.</summary>
    private const int LongestWord = 40;

    /// <summary>Marks what the rules take. What is in a removed element, or in one that the source keeps, is not looked at.</summary>
    /// <param name="root">The subtree.</param>
    /// <param name="context">What the rules may know.</param>
    /// <param name="rules">The rules, the surest first.</param>
    /// <param name="isPruning">Whether the rules are about what stands around an article: then they take no word out of a
    /// sentence, and more of what lies apart from the element that is called the text of the article.</param>
    public static void Apply(PageNode root, RuleContext context, ReadOnlySpan<INodeRule> rules, bool isPruning = true)
    {
        Span<double> taken = stackalloc double[rules.Length];
        taken.Clear();
        var named = new List<(PageNode Node, int Rule)>();
        var nodes = context.Page.Nodes;
        for (var i = root.Index + 1; i < root.End; i++)
        {
            var node = nodes[i];
            context.Page.Budget.Step();
            if (node.Tag == Tag.Text) continue;
            if (node.RemovedBy is not null || node.Protection == Protection.Kept || node.Tag.IsNeverText())
            {
                i = node.End - 1;
                continue;
            }
            if (node.Protection == Protection.HoldsKept) continue;
            var share = context.ShareOf(node);
            if (isPruning && IsInSentence(node)) continue;
            var isApart = isPruning && share <= LargestShareApart && context.IsApart(node);
            for (var rule = 0; rule < rules.Length; rule++)
            {
                if ((share > rules[rule].LargestShare && !isApart) || !rules[rule].Applies(node, context)) continue;
                named.Add((node, rule));
                if (!isApart) taken[rule] += share;
                i = node.End - 1;
                break;
            }
        }
        foreach (var (node, rule) in named)
        {
            if (!(isPruning && context.IsApart(node)) && taken[rule] > Math.Max(rules[rule].LargestShare, Math.Min(0.7, rules[rule].LargestShare * WholePage)) && node.ProseLength > 0) continue;
            node.RemovedBy = new RemovalReason(rules[rule].Id, rules[rule].Confidence);
        }
    }

    private static bool IsInSentence(PageNode node) =>
        !node.Tag.IsBlock() && !(node.Has(Marks.Popup | Marks.Hidden) && node.TextLength >= LongestWord) && node.Block.Tag is not (Tag.Div or Tag.Section or Tag.Article) && node.Block.OwnLength >= node.TextLength * 2 && node.Block.ProseLength > 0;
}
