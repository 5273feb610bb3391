using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>
/// Lines at either end of the article that are nothing but an address: of mail, of a page, of an account, with a label or a name at most.
/// </summary>
internal static class ContactLine
{
    private const int Longest = 120;
    private const int MostOtherLetters = 24;
    private const int LinesOfEnd = 4;

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (i >= LinesOfEnd && i < lines.Count - LinesOfEnd) continue;
            var line = lines[i];
            if (line.Text.Length > Longest || line.Block.Tag is Tag.Li or Tag.Td or Tag.Th or Tag.Dd or Tag.Pre) continue;
            if (IsAddress(line.Text)) LinePruner.Take(lines, i, "contact-line", 0.75);
        }
    }

    private static bool IsAddress(string text)
    {
        var found = false;
        var others = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range).Trim("()[]<>,.;:|•·–—-");
            if (IsMail(word) || IsUrl(word) || word.Length > 2 && word[0] == '@') found = true;
            else others += word.Length;
        }
        return found && others <= MostOtherLetters;
    }

    private static bool IsMail(ReadOnlySpan<char> word)
    {
        var at = word.IndexOf('@');
        return at > 0 && word[(at + 1)..].Contains('.');
    }

    private static bool IsUrl(ReadOnlySpan<char> word) =>
        word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || word.StartsWith("twitter.com/", StringComparison.OrdinalIgnoreCase);
}
