using System.Buffers;
using Ingestion.Clean.Ledger;
using Ingestion.Clean.Repair;

namespace Ingestion.Clean.Parsing;

/// <summary>Puts a text node right where it may need it; most texts are not even looked at twice.</summary>
internal static class TextNodeRepair
{
    // What readings and slips leave in a text: parentheses, and question marks where a character was.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create("(（?？");

    /// <summary>Whether a text has something in it that a repair could begin at.</summary>
    public static bool IsSuspicious(ReadOnlySpan<char> text) => text.IndexOfAny(Suspicious) >= 0;

    /// <summary>The text put right; the same instance where nothing is wrong.</summary>
    public static string Apply(string text, PageNode parent, RemovalLedger ledger) => TextRepair.Apply(text, Page.PathOf(parent), ledger);
}
