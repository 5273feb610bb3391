using Ingestion.Clean.Decoding;

namespace Ingestion.Clean.PlainText;

/// <summary>Rule <c>keyword-farm</c>: a line of search phrases set apart by bars, "a|b|c|d", which clone sites put under every page.</summary>
internal static class KeywordFarm
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "keyword-farm";

    private const int FewestPhrases = 4;
    private const int LongestPhrase = 60;

    /// <summary>Takes such lines away.</summary>
    public static void RemoveFrom(TextLines lines)
    {
        foreach (var i in lines.Filled())
            if (Matches(lines[i].Text)) lines.Remove(i, Rule, 0.9);
    }

    /// <summary>Whether the line is one. A row of a table has blanks around its bars; a farm has none.</summary>
    public static bool Matches(string line)
    {
        var (phrases, han, letters) = (0, 0, 0);
        foreach (var range in line.AsSpan().SplitAny('|', '｜'))
        {
            var phrase = line.AsSpan()[range];
            if (phrase.Length > LongestPhrase || phrase.ContainsAny('。', '！', '？')) return false;
            if (phrase.Length == 0) continue;
            if (char.IsWhiteSpace(phrase[0]) || char.IsWhiteSpace(phrase[^1])) return false;
            phrases++;
            foreach (var c in phrase)
            {
                if (Han.IsHan(c)) han++;
                if (char.IsLetter(c)) letters++;
            }
        }
        return phrases >= FewestPhrases && (han * 2 > letters || phrases >= FewestPhrases * 2);
    }
}
