using System.Collections.Frozen;
using System.Globalization;

namespace Ingestion.Enrich.Summaries;

/// <summary>
/// Splits text into sentences, after the idea of Unicode's UAX #29 (sentence boundaries), with abbreviations and initials
/// that do not end one. An end of paragraph always does.
/// </summary>
internal static class SentenceSplitter
{
    private const string FullStops = "。！？｡؟۔।॥…";
    private const string Closers = "\"'”’»」』）)】]";

    private static readonly FrozenSet<string> Abbreviations =
        ("mr mrs ms dr prof sr jr st gen sen rep gov col lt sgt rev no vol fig vs etc eg ie ca bzw usw zb nr art bd hr fr hl " +
         "m mm mme mlle env sra dra sta ed pp cf al inc ltd co corp u.s u.k e.g i.e z.b d.h u.a p.m a.m").Split(' ').ToFrozenSet();

    /// <summary>The sentences, trimmed, in order; none is empty.</summary>
    public static IEnumerable<string> Split(string text)
    {
        foreach (var paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var start = 0;
            for (var i = 0; i < paragraph.Length; i++)
            {
                if (!EndsSentence(paragraph, start, i)) continue;
                while (i + 1 < paragraph.Length && IsTail(paragraph[i + 1])) i++;
                if (paragraph[start..(i + 1)].Trim() is { Length: > 0 } sentence) yield return sentence;
                start = i + 1;
            }
            if (paragraph[start..].Trim() is { Length: > 0 } rest) yield return rest;
        }
    }

    private static bool EndsSentence(string text, int start, int at)
    {
        var c = text[at];
        if (c == '…') return IsFollowedByNewSentence(text, at);
        if (FullStops.Contains(c, StringComparison.Ordinal)) return true;
        if (c is '!' or '?') return IsFollowedByNewSentence(text, at);
        return c == '.' && IsFollowedByNewSentence(text, at) && !IsAbbreviation(text, start, at);
    }

    /// <summary>What may follow the first sign of an end and still belongs to the sentence: "?!", "。”".</summary>
    private static bool IsTail(char c) =>
        c is '.' or '!' or '?' || FullStops.Contains(c, StringComparison.Ordinal) || Closers.Contains(c, StringComparison.Ordinal);

    /// <summary>White space, or the end, follows, and what comes then is not in lower case.</summary>
    private static bool IsFollowedByNewSentence(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && IsTail(text[next])) next++;
        if (next == text.Length) return true;
        // "好!你" is two sentences, "Yahoo!Mail" is none.
        if (!char.IsWhiteSpace(text[next])) return text[at] is '!' or '?' && char.GetUnicodeCategory(text[next]) == UnicodeCategory.OtherLetter;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return next == text.Length || !char.IsLower(text[next]);
    }

    private static bool IsAbbreviation(string text, int start, int at)
    {
        var word = at;
        while (word > start && (char.IsLetter(text[word - 1]) || text[word - 1] == '.')) word--;
        var before = text[word..at];
        var isInitial = before.Length == 1 && char.IsUpper(before[0]);
        var isOrdinal = before.Length == 0 && at > start && char.IsDigit(text[at - 1]) && IsDayOrMonth(text, start, at);
        return isInitial || isOrdinal || Abbreviations.Contains(before.ToLowerInvariant());
    }

    /// <summary>A number of one or two digits before a word: "3. Oktober".</summary>
    private static bool IsDayOrMonth(string text, int start, int at)
    {
        var digits = at;
        while (digits > start && char.IsDigit(text[digits - 1])) digits--;
        return at - digits <= 2 && at + 2 < text.Length && char.IsLetter(text[at + 2]);
    }
}
