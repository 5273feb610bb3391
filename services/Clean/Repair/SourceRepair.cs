using Ingestion.Clean.Decoding;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Repair.GbkSlip;
using Ingestion.Clean.Repair.Pinyin;

namespace Ingestion.Clean.Repair;

/// <summary>
/// Repairs of the source text, before it is parsed: mojibake, GBK slips that have eaten markup, and, where the page
/// as a whole gives the machine away that added them, pinyin readings.
/// </summary>
internal static class SourceRepair
{
    private const string Where = "source";

    /// <summary>Puts a source right.</summary>
    /// <param name="source">The source.</param>
    /// <param name="ledger">Where repairs are recorded.</param>
    /// <param name="budget">What that may cost; null where it is little.</param>
    public static RepairedSource Apply(ReadOnlyMemory<char> source, RemovalLedger ledger, Budget? budget = null)
    {
        if (MojibakeRepair.TryApply(source.Span, Where, ledger, budget) is { } read) source = read.AsMemory();
        // What follows happens to Chinese only.
        if (!Han.IsIn(source.Span)) return new RepairedSource(source, Readings: null);
        if (GbkSlips.TryRepair(source.Span, isMarkup: true, Where, ledger, budget) is { } inStep) source = inStep.AsMemory();
        var readings = PinyinEvidence.Of(source.Span, PinyinScanner.Find(source.Span));
        if (readings.Polluted && PinyinReadings.TryRemove(source.Span, Where, ledger, readings) is { } without) source = without.AsMemory();
        return new RepairedSource(source, readings);
    }
}

/// <summary>A source put right.</summary>
/// <param name="Text">The source; the same memory where nothing was wrong.</param>
/// <param name="Readings">What the pinyin readings in it say of the page; null if there is no Chinese in it.</param>
internal sealed record RepairedSource(ReadOnlyMemory<char> Text, PinyinEvidence? Readings);
