using System.Globalization;
using System.Text;
using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>
/// The terms by which an article is found: lower-cased words, and, since Han, Kana and Hangul are written without blanks or with
/// endings on the word, their characters and each two neighbours (overlapping bigrams).
/// </summary>
public static class SearchTerms
{
    private const int MostTerms = 1000;
    private const int LongestWord = 64;

    /// <summary>The terms of an article: of its title, standfirst, summary, authors, publisher, section, tags and keywords.</summary>
    public static IReadOnlyList<string> Of(CleanedArticle article, Enrichment? enrichment)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<string?> texts =
        [
            article.Title, article.Standfirst, article.Publisher, article.Section, .. article.Authors, .. article.Tags,
            .. enrichment?.Keywords ?? [], enrichment?.Summary,
        ];
        foreach (var text in texts.OfType<string>())
        {
            foreach (var run in Runs(text))
            {
                if (run.IsBigram) terms.UnionWith(Bigrams(run.Text).Concat(Characters(run.Text)));
                else terms.Add(run.Text);
            }
        }
        return [.. terms.Take(MostTerms)];
    }

    /// <summary>The terms that a text searched for asks for, each once: its words; of Han, Kana and Hangul the bigrams, or the only character.</summary>
    public static IReadOnlyList<string> OfQuery(string query) =>
    [
        .. Runs(query)
            .SelectMany(run => !run.IsBigram ? [run.Text] : run.Text.EnumerateRunes().Skip(1).Any() ? Bigrams(run.Text) : Characters(run.Text))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Runs of letters, digits and their marks, each either of words or of the scripts that are cut into bigrams.</summary>
    private static IEnumerable<(string Text, bool IsBigram)> Runs(string text)
    {
        var run = new StringBuilder();
        var isBigram = false;
        foreach (var rune in UnicodeText.Fold(text).EnumerateRunes())
        {
            var isPart = IsPart(rune);
            // A mark belongs to what it stands on.
            var isNow = IsMark(rune) && run.Length > 0 ? isBigram : IsBigramScript(rune.Value);
            if (run.Length > 0 && (!isPart || isNow != isBigram))
            {
                yield return (Cut(run, isBigram), isBigram);
                run.Clear();
            }
            if (!isPart) continue;
            isBigram = isNow;
            run.Append(rune);
        }
        if (run.Length > 0) yield return (Cut(run, isBigram), isBigram);
    }

    private static string Cut(StringBuilder run, bool isBigram)
    {
        if (isBigram || run.Length <= LongestWord) return run.ToString();
        return run.ToString(0, char.IsHighSurrogate(run[LongestWord - 1]) ? LongestWord - 1 : LongestWord);
    }

    private static IEnumerable<string> Bigrams(string run)
    {
        Rune? before = null;
        foreach (var rune in run.EnumerateRunes())
        {
            if (before is { } first) yield return $"{first}{rune}";
            before = rune;
        }
    }

    private static IEnumerable<string> Characters(string run) => run.EnumerateRunes().Select(rune => rune.ToString());

    private static bool IsPart(Rune rune) => Rune.IsLetterOrDigit(rune) || IsMark(rune);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsBigramScript(int value) => value
        is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF)
        or (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x1B000 and <= 0x1B16F)
        or (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF) or (>= 0x3130 and <= 0x318F);
}
