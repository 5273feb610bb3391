using System.Buffers;
using Ingestion.Clean.Decoding;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Repair;
using Ingestion.Clean.Repair.Pinyin;

namespace Ingestion.Clean.Parsing;

/// <summary>Puts text nodes right where they may need it; most texts are not even looked at twice.</summary>
/// <param name="readings">What the pinyin readings of the whole page say; null if there is no Chinese in its source.</param>
/// <param name="ledger">Where repairs are recorded.</param>
internal sealed class TextNodeRepair(PinyinEvidence? readings, RemovalLedger ledger)
{
    // What readings and slips leave in a text: parentheses, and question marks where a character was.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create("(（?？");

    /// <summary>The text put right; null where nothing is wrong.</summary>
    public string? TryApply(ReadOnlySpan<char> text, PageNode parent)
    {
        if (text.IndexOfAny(Suspicious) < 0 || (readings is null && !Han.IsIn(text))) return null;
        var before = text.ToString();
        var after = TextRepair.Apply(before, Page.PathOf(parent), ledger, readings);
        return ReferenceEquals(before, after) ? null : after;
    }
}
