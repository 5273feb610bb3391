using Ingestion.Clean.Ledger;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Headings at the end that nothing follows any more.</summary>
internal static class EmptySection
{
    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines, RuleContext context, RemovalLedger ledger)
    {
        while (lines.Count > 1 && lines[^1].Block.Tag.IsHeading()) LinePruner.Take(lines, lines.Count - 1, "empty-section", 0.8, context, ledger);
    }
}
