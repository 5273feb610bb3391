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

    /// <summary>The source put right; the same text where nothing is wrong.</summary>
    public static string Apply(string source, RemovalLedger ledger)
    {
        source = MojibakeRepair.Apply(source, Where, ledger);
        source = GbkSlips.Repair(source, isMarkup: true, Where, ledger);
        var readings = PinyinEvidence.Of(source, PinyinScanner.Find(source));
        return readings.Polluted ? PinyinReadings.Remove(source, Where, ledger, readings) : source;
    }
}
