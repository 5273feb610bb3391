using System.Collections.Frozen;
using System.Text;
using Ingestion.Enrich.Scripts;

namespace Ingestion.Enrich.Keywords;

/// <summary>A term of a text.</summary>
/// <param name="Key">Lower case: what is compared and counted.</param>
/// <param name="Spelling">As the text writes it.</param>
internal readonly record struct Term(string Key, string Spelling);

/// <summary>
/// Cuts a text into terms: words where the script has blanks, Katakana words and Kanji runs in Japanese, and pieces of two
/// and three characters in Chinese, which has neither. Thai, Lao, Khmer and Burmese need a dictionary and give none.
/// </summary>
internal static class Terms
{
    private const int LeastLetters = 3;
    private const int LongestKanjiRun = 6;

    /// <summary>The terms, in order, stop words left out.</summary>
    public static IEnumerable<Term> Of(string text, string language)
    {
        var stopWords = StopWords.Of(language);
        foreach (var run in Runs(text))
        {
            if (IsHan(run[0]))
            {
                foreach (var term in language == "ja" ? Kanji(run, stopWords) : Pieces(run, stopWords)) yield return term;
            }
            else if (IsWord(run, stopWords))
            {
                yield return new Term(run.ToLowerInvariant(), run);
            }
        }
    }

    /// <summary>Whether it is a Han character (of the basic plane).</summary>
    public static bool IsHan(char c) => !char.IsSurrogate(c) && WritingSystems.Of(new Rune(c)) == WritingSystem.Han;

    private static bool IsWord(string run, FrozenSet<string> stopWords)
    {
        var system = WritingSystems.Of(Rune.GetRuneAt(run, 0));
        if (system is WritingSystem.None or WritingSystem.Thai or WritingSystem.Lao or WritingSystem.Khmer or WritingSystem.Myanmar) return false;
        if (system == WritingSystem.Kana) return run.Length >= LeastLetters && run[0] >= '\u30a1';
        var least = system == WritingSystem.Hangul || run.All(char.IsUpper) ? 2 : LeastLetters;
        return run.Length >= least && !stopWords.Contains(run.ToLowerInvariant());
    }

    private static IEnumerable<Term> Kanji(string run, FrozenSet<string> stopWords)
    {
        if (run.Length is >= 2 and <= LongestKanjiRun && !stopWords.Contains(run)) yield return new Term(run, run);
    }

    private static IEnumerable<Term> Pieces(string run, FrozenSet<string> stopCharacters)
    {
        for (var length = 2; length <= 3; length++)
        {
            for (var start = 0; start + length <= run.Length; start++)
            {
                var piece = run.Substring(start, length);
                if (!piece.Any(c => stopCharacters.Contains(c.ToString()))) yield return new Term(piece, piece);
            }
        }
    }

    /// <summary>Runs of letters of one kind: Han, Kana (Katakana apart from Hiragana), or any other word with its inner marks.</summary>
    private static IEnumerable<string> Runs(string text)
    {
        int start = 0, kind = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var next = i == text.Length ? 0 : Kind(text, i, kind);
            if (next == kind) continue;
            if (kind != 0) yield return text[start..i].TrimEnd('-', '\'', '’');
            (start, kind) = (i, next);
        }
    }

    private static int Kind(string text, int at, int before)
    {
        var c = text[at];
        if (char.IsSurrogate(c)) return 0;
        return WritingSystems.Of(new Rune(c)) switch
        {
            WritingSystem.Han => 1,
            WritingSystem.Kana => c >= '\u30a1' ? 2 : 3,
            WritingSystem.None when before != 4 => 0,
            WritingSystem.None => char.IsDigit(c) || (c is '-' or '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1])) ? 4 : 0,
            _ => 4,
        };
    }
}
