using System.Text;
using Ingestion.Enrich.Scripts;

namespace Ingestion.Enrich;

/// <summary>How long a text takes to read.</summary>
internal static class ReadingTime
{
    private const double CjkCharactersPerMinute = 500;
    private const double WordsPerMinute = 265;

    /// <summary>Seconds, rounded up; 0 for a text without words.</summary>
    public static int Seconds(string text)
    {
        int characters = 0, words = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var isCjk = WritingSystems.IsCjk(WritingSystems.Of(rune));
            var isWord = !isCjk && (Rune.IsLetterOrDigit(rune) || (inWord && IsInner(rune)));
            if (isCjk) characters++;
            else if (isWord && !inWord) words++;
            inWord = isWord;
        }
        return (int)Math.Ceiling(60 * ((characters / CjkCharactersPerMinute) + (words / WordsPerMinute)));
    }

    private static bool IsInner(Rune rune) =>
        rune.Value is '\'' or '’' or '-' or '.' or ',' || WritingSystems.Of(rune) != WritingSystem.None;
}
