using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>The words of a title, to see how far two titles are the same; a Han, Kana or Hangul character is a word.</summary>
internal static class TitleWords
{
    /// <summary>The different words, case ignored.</summary>
    public static HashSet<string> Of(string title)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= title.Length; i++)
        {
            var wide = i < title.Length && TextMeasure.IsWide(title[i]);
            if (i < title.Length && !wide && (char.IsLetterOrDigit(title[i]) || char.IsSurrogate(title[i])))
            {
                if (start < 0) start = i;
                continue;
            }
            if (start >= 0) words.Add(title[start..i]);
            start = -1;
            if (wide) words.Add(title[i].ToString());
        }
        return words;
    }

    /// <summary>The share of the first title's words that the second has too, 0 to 1.</summary>
    public static double Share(HashSet<string> words, HashSet<string> others) => words.Count == 0 ? 0
        : (double)words.Count(others.Contains) / words.Count;
}
