namespace Ingestion.Clean.Parsing;

/// <summary>
/// Reads from a page's own style sheets which plain class and id selectors hide what they select. No cascade: only a
/// selector that is a single class or id counts, and only outside of media queries.
/// </summary>
internal static class StyleSheetReader
{
    /// <summary>A longer name hides nothing.</summary>
    public const int LongestName = 256;

    private const int MostCharacters = 200_000;

    /// <summary>The hidden names, ".name" and "#name".</summary>
    public static HiddenNames Read(IReadOnlyList<ReadOnlyMemory<char>> sheets)
    {
        var names = new HiddenNames();
        foreach (var sheet in sheets) Read(sheet.Span[..Math.Min(sheet.Length, MostCharacters)], names);
        return names;
    }

    private static void Read(ReadOnlySpan<char> sheet, HiddenNames names)
    {
        while (true)
        {
            var open = sheet.IndexOf('{');
            if (open < 0) return;
            var selectors = sheet[..open].Trim();
            var rest = sheet[(open + 1)..];
            if (selectors.StartsWith('@'))
            {
                sheet = SkipBlock(rest);
                continue;
            }
            var close = rest.IndexOf('}');
            if (close < 0) return;
            if (Hidden.InlineStyle.Hides(rest[..close]))
            {
                foreach (var range in selectors.Split(','))
                {
                    var selector = selectors[range].Trim();
                    if (IsPlainName(selector)) names.Add(selector);
                }
            }
            sheet = rest[(close + 1)..];
        }
    }

    private static bool IsPlainName(ReadOnlySpan<char> selector) =>
        selector.Length is > 1 and <= LongestName && selector[0] is '.' or '#' && selector[1..].IndexOfAnyExcept(NameCharacters) < 0;

    private static ReadOnlySpan<char> SkipBlock(ReadOnlySpan<char> rest)
    {
        var depth = 1;
        for (var i = 0; i < rest.Length; i++)
        {
            var hit = rest[i..].IndexOfAny('{', '}');
            if (hit < 0) return [];
            i += hit;
            depth += rest[i] == '{' ? 1 : -1;
            if (depth == 0) return rest[(i + 1)..];
        }
        return [];
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
}
