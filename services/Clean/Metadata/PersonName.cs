using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>Tells the name of a person from other words, by its form.</summary>
internal static class PersonName
{
    private const int MostWords = 5;
    private const int LongestEastAsian = 12;

    /// <summary>Whether a text has the form of a full name: two to five capitalised words, or a few East Asian characters.</summary>
    public static bool IsFull(string text)
    {
        if (text.Length is < 2 or > 50) return false;
        if (TextMeasure.IsWide(text[0])) return IsEastAsian(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > MostWords) return false;
        var capitals = 0;
        foreach (var word in words)
        {
            if (AuthorWords.IsRole(word) || AuthorWords.IsCredential(word)) return false;
            foreach (var c in word)
            {
                if (!char.IsLetter(c) && c is not ('.' or '-' or '\'' or '’' or '´' or '‐')
                    && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)) return false;
            }
            var first = word[0];
            if (char.IsUpper(first) || !char.IsLower(first)) capitals++;
            else if (!AuthorWords.IsParticle(word) && !(word.Length > 3 && char.IsUpper(word[2]))) return false;
        }
        return capitals >= 2 || (capitals == 1 && words.Length > 2);
    }

    /// <summary>Whether a single word could be somebody's name or pen name.</summary>
    public static bool IsSingle(string word) =>
        word.Length is >= 3 and <= 20 && char.IsUpper(word[0]) && word.All(static c => char.IsLetter(c) || c is '-' or '\'' or '’')
            && !AuthorWords.IsNoName(word);

    // A Chinese name begins with a surname; a Japanese one is told from other words only by the blank in it.
    private static bool IsEastAsian(string text)
    {
        if (text.Length > LongestEastAsian) return false;
        var (kana, hangul, blank) = (false, false, false);
        foreach (var c in text)
        {
            if (c is ' ' or '·' or '・') blank = true;
            else if (!TextMeasure.IsWide(c)) return false;
            kana |= c is >= '\u3040' and <= '\u30FF';
            hangul |= c is >= '\uAC00' and <= '\uD7AF';
        }
        if (hangul) return text.Length is 2 or 3 or 4;
        return blank || (!kana && ChineseNames.IsName(text));
    }
}
