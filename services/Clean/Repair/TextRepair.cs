using Ingestion.Clean.Ledger;
using Ingestion.Clean.Repair.GbkSlip;
using Ingestion.Clean.Repair.Pinyin;

namespace Ingestion.Clean.Repair;

/// <summary>Repairs of one run of text (a text node, a line, a title): pinyin readings and what is left of slips.</summary>
internal static class TextRepair
{
    /// <summary>The text put right; the same instance where nothing is wrong.</summary>
    /// <param name="text">One run of text, without markup.</param>
    /// <param name="where">Where it stands, for the ledger.</param>
    /// <param name="ledger">Where repairs are recorded.</param>
    public static string Apply(string text, string where, RemovalLedger ledger) => Apply(text, where, ledger, readings: null);

    /// <summary>The text put right, in the light of what the readings of the whole page say.</summary>
    /// <param name="text">One run of text, without markup.</param>
    /// <param name="where">Where it stands, for the ledger.</param>
    /// <param name="ledger">Where repairs are recorded.</param>
    /// <param name="readings">What the readings of the page say; null if only this text is known.</param>
    public static string Apply(string text, string where, RemovalLedger ledger, PinyinEvidence? readings)
    {
        text = GbkSlips.Repair(text, isMarkup: false, where, ledger);
        return PinyinReadings.Remove(text, where, ledger, readings);
    }
}
