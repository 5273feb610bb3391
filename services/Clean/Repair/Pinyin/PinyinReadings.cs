using System.Text;
using Ingestion.Clean.Ledger;

namespace Ingestion.Clean.Repair.Pinyin;

/// <summary>
/// Rule <c>pinyin-readings</c>: takes away the readings in parentheses that clone sites put between the characters.
/// Where the page as a whole does not give the machine away, only a reading of an everyday character that has just
/// one reading goes, and less surely.
/// </summary>
internal static class PinyinReadings
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "pinyin-readings";

    private const double PollutedPage = 0.99;
    private const double NeutralTone = 0.9;
    private const double SingleReading = 0.7;

    /// <summary>The text without them; the same instance where there are none.</summary>
    /// <param name="text">A page's source, or a run of its text.</param>
    /// <param name="where">Where it stands, for the ledger.</param>
    /// <param name="ledger">Where removals are recorded.</param>
    /// <param name="page">What the page as a whole says; null if nothing but this text is known.</param>
    public static string Remove(string text, string where, RemovalLedger ledger, PinyinEvidence? page = null) =>
        TryRemove(text, where, ledger, page) ?? text;

    /// <summary>The text without them; null where there are none.</summary>
    /// <inheritdoc cref="Remove"/>
    public static string? TryRemove(ReadOnlySpan<char> text, string where, RemovalLedger ledger, PinyinEvidence? page)
    {
        var readings = PinyinScanner.Find(text);
        if (readings.Count == 0) return null;
        var evidence = page is { Polluted: true } or { Glossed: true } ? page : PinyinEvidence.Of(text, readings);
        if (evidence.Glossed) return null;

        var clean = new StringBuilder(text.Length);
        var removed = new StringBuilder();
        var (copied, count, leastSure) = (0, 0, 1.0);
        foreach (var reading in readings)
        {
            if (Confidence(reading, evidence) is not { } confidence) continue;
            clean.Append(text[copied..reading.Start]);
            copied = reading.Start + reading.Length;
            removed.Append(text.Slice(reading.Start, reading.Length));
            (count, leastSure) = (count + 1, Math.Min(leastSure, confidence));
        }
        if (count == 0) return null;
        ledger.Removed(Rule, where, removed.ToString(), leastSure, count);
        return clean.Append(text[copied..]).ToString();
    }

    private static double? Confidence(PinyinReading reading, PinyinEvidence evidence)
    {
        if (evidence.Polluted) return reading.HasTone ? PollutedPage : NeutralTone;
        if (!reading.HasTone) return null;
        if (reading.IsArtefact) return NeutralTone;
        return PinyinTable.IsEveryday(reading.Character) && !PinyinTable.IsHeteronym(reading.Character) ? SingleReading : null;
    }
}
