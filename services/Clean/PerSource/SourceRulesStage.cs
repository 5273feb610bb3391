using Ingestion.Clean.Ledger;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.Selectors;

namespace Ingestion.Clean.PerSource;

/// <summary>
/// Applies a source's rules to its page, before any general rule: marks what always goes and what always stays. To remove wins over
/// to keep.
/// </summary>
internal static class SourceRulesStage
{
    private const double Confidence = 1; // somebody who knows the source said so

    /// <summary>Applies the rules.</summary>
    public static void Apply(Page page, CompiledSourceRules rules, RemovalLedger ledger)
    {
        if (rules.Remove.Count == 0 && rules.Keep.Count == 0) return;
        var positions = new ElementPositions(page);
        foreach (var rule in rules.Remove)
        {
            if (rule.Selector is { } selector) RemoveElements(page, rule, selector, positions);
        }
        RemoveText(page, rules.Remove, ledger);
        foreach (var rule in rules.Keep)
        {
            if (rule.Selector is { } selector) KeepElements(page, selector, positions);
        }
        KeepLines(page, rules.Keep);
    }

    private static void RemoveElements(Page page, CompiledRule rule, Selector selector, ElementPositions positions)
    {
        for (var i = page.Body.Index + 1; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            if (node.RemovedBy is null && selector.Matches(node, positions)) node.RemovedBy = new RemovalReason(rule.Id, Confidence, IsFinal: true);
            if (node.RemovedBy is not null) i = node.End - 1;
        }
    }

    /// <summary>A line that goes as a whole, and its block with it, is marked; a part of a line is cut out.</summary>
    private static void RemoveText(Page page, IReadOnlyList<CompiledRule> rules, RemovalLedger ledger)
    {
        var cut = false;
        foreach (var rule in rules)
        {
            if (rule.Pattern is not { } pattern) continue;
            // Read anew for each rule: the one before has changed the lines.
            foreach (var line in PageLine.Read(page))
            {
                var text = line.Text;
                foreach (var match in pattern.Matches(text).Where(match => match.Length > 0).Reverse())
                {
                    if (match.Length == text.Length && line.IsWholeBlock) line.Block.RemovedBy = new RemovalReason(rule.Id, Confidence, IsFinal: true);
                    else
                    {
                        ledger.Removed(rule.Id, Page.PathOf(line.Block), match.Value, Confidence);
                        line.Cut(match.Index, match.Length);
                        cut = true;
                    }
                }
            }
        }
        if (cut) PageMeasure.Remeasure(page.Nodes);
    }

    private static void KeepElements(Page page, Selector selector, ElementPositions positions)
    {
        for (var i = page.Body.Index + 1; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            if (node.RemovedBy is null && selector.Matches(node, positions)) Keep(page, node);
            if (node.RemovedBy is not null || node.Protection == Protection.Kept) i = node.End - 1;
        }
    }

    private static void KeepLines(Page page, IReadOnlyList<CompiledRule> rules)
    {
        if (!rules.Any(rule => rule.Pattern is not null)) return;
        foreach (var line in PageLine.Read(page))
        {
            if (!rules.Any(rule => rule.Pattern?.IsMatch(line.Text) == true)) continue;
            if (line.IsWholeBlock) Keep(page, line.Block);
            else foreach (var node in line.Nodes) Keep(page, node);
        }
    }

    private static void Keep(Page page, PageNode node)
    {
        for (var i = node.Index; i < node.End; i++) page.Nodes[i].Protection = Protection.Kept;
        for (var above = node.Parent; above is { Protection: Protection.None }; above = above.Parent) above.Protection = Protection.HoldsKept;
    }
}
