using System.Buffers;
using System.Text;
using Ingestion.Clean.Ledger;

namespace Ingestion.Clean.Repair.GbkSlip;

/// <summary>Rule <c>gbk-slips</c>: turns GBK slips back, see <see cref="SlipInverter"/>.</summary>
internal static class GbkSlips
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "gbk-slips";

    private static readonly SearchValues<char> Lost = SearchValues.Create('?', '\uFFFD');

    /// <summary>The text put right; the same instance where nothing is wrong.</summary>
    public static string Repair(string text, bool isMarkup, string where, RemovalLedger ledger) => TryRepair(text, isMarkup, where, ledger) ?? text;

    /// <summary>The text put right; null where nothing is wrong.</summary>
    /// <param name="text">A page's source, or a run of its text.</param>
    /// <param name="isMarkup">Whether the tag that a slip swallowed is wanted back; in plain text the rest of it goes.</param>
    /// <param name="where">Where it stands, for the ledger.</param>
    /// <param name="ledger">Where repairs are recorded.</param>
    /// <param name="budget">What that may cost; null where it is little.</param>
    public static string? TryRepair(ReadOnlySpan<char> text, bool isMarkup, string where, RemovalLedger ledger, Budget? budget = null)
    {
        StringBuilder? clean = null;
        StringBuilder? damage = null;
        var (copied, count, leastSure) = (0, 0, 1.0);
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(Lost);
            if (next < 0) break;
            at += next;
            budget?.Step();
            if (SlipInverter.Invert(text, at) is not { } slip) continue;

            var tagLength = slip.SwallowedTag?.Length ?? 0;
            clean ??= new StringBuilder(text.Length);
            clean.Append(text[copied..at]).Append(slip.Restored);
            if (isMarkup && tagLength > 0) clean.Append('<').Append(slip.SwallowedTag);
            (damage ??= new StringBuilder()).Append(text.Slice(at, slip.Length + tagLength));
            (count, leastSure) = (count + 1, Math.Min(leastSure, slip.Confidence));
            copied = at + slip.Length + tagLength;
            at = copied - 1;
        }
        if (clean is null || damage is null) return null;
        ledger.Repaired(Rule, where, damage.ToString(), leastSure, count);
        return clean.Append(text[copied..]).ToString();
    }
}
