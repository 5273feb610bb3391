using Ingestion.Clean.Ledger;

namespace Ingestion.Clean.Repair;

/// <summary>Rule <c>mojibake-repair</c>: puts mojibake right, see <see cref="Mojibake"/>, and records it.</summary>
internal static class MojibakeRepair
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "mojibake-repair";

    /// <summary>The text put right; null where nothing is wrong.</summary>
    /// <param name="text">A page's source, or a run of its text.</param>
    /// <param name="where">Where it stands, for the ledger.</param>
    /// <param name="ledger">Where repairs are recorded.</param>
    /// <param name="budget">What that may cost; null where it is little.</param>
    public static string? TryApply(ReadOnlySpan<char> text, string where, RemovalLedger ledger, Budget? budget = null)
    {
        var damaged = new List<string>();
        var right = Mojibake.TryFix(text, damaged, budget);
        if (right is not null) ledger.Repaired(Rule, where, string.Join('\n', damaged), 0.95, damaged.Count);
        return right;
    }

    /// <summary>The text put right; the same instance where nothing is wrong.</summary>
    public static string Apply(string text, string where, RemovalLedger ledger) => TryApply(text, where, ledger) ?? text;
}
