using System.Net;

namespace Ingestion.Clean.Metadata;

/// <summary>Cuts a byline into names, in many languages, and leaves out what is no name.</summary>
internal static class AuthorNames
{
    private const int LongestByline = 300;
    private const int LongestName = 60;

    // More than any article has, few enough to compare each with all.
    private const int MostNames = 100;

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "admin", "administrator", "undefined", "null", "none", "unknown", "author", "authors", "by", "editor", "staff", "staff writer",
        "staff reporter", "reporter", "guest author", "guest",
        "anonymous", "user", "webmaster", "root", "home", "podcast", "blog", "news", "published", "updated", "share", "follow",
        "twitter", "facebook", "email", "default", "super user", "n/a",
        "佚名", "本站", "网络", "管理员", "来源", "未知", "不详", "本站原创", "原创", "转载", "网友", "匿名", "编辑", "记者", "小编",
    };

    private static readonly string[] Splitters =
        [
            ", ", ";", " and ", " und ", " et ", " y ", " e ", " & ", " | ", "|", " och ", " og ", " en ", " i ", " / ", "、", "，",
            " with ", " mit ", " · ", " • ", " ● ", " — ", " – ",
        ];

    /// <summary>Adds the names in what the metadata gives as authors to a list that has none twice.</summary>
    public static void AddTo(List<string> names, string byline) => Add(names, byline, strict: false);

    /// <summary>The same for a text of the page: what does not have the form of a name is left out, whatever it stands in.</summary>
    public static void AddFullTo(List<string> names, string byline) => Add(names, byline, strict: true);

    private static void Add(List<string> names, string byline, bool strict)
    {
        var text = WithoutParentheses(Whitespace.Collapse(WebUtility.HtmlDecode(byline)));
        if (text.Length is 0 or > LongestByline) return;
        var first = names.Count == 0;
        foreach (var part in AuthorWords.WithoutLabel(text).Split(Splitters,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (names.Count >= MostNames) return;
            // After the first name a comma may go on with what the person is, and where.
            if (!first && SaysWhat(part, names, strict)) continue;
            var name = Tidy(part);
            if (!IsName(name) || AuthorWords.IsLabel(name) || (strict && !PersonName.IsFull(name))) continue;
            first = false;
            foreach (var single in EastAsian(name))
            {
                if (!names.Exists(known => known.Equals(single, StringComparison.OrdinalIgnoreCase))) names.Add(single);
            }
        }
    }

    private static bool SaysWhat(string part, List<string> names, bool strict)
    {
        // Metadata names the agency too: "Ada Lovelace, AP".
        if (!strict && part.Length is > 1 and < 6 && part.All(char.IsAsciiLetterUpper) && !AuthorWords.IsCredential(part)) return false;
        var shouted = names.Count > 0 && !names[0].Any(char.IsLower);
        foreach (var word in part.Split(' '))
        {
            if (AuthorWords.IsRole(word) || AuthorWords.IsCredential(word)) return true;
            if (!shouted && word.Length > 1 && word.All(char.IsAsciiLetterUpper)) return true;
        }
        return false;
    }

    // "宋怡 杨志华": a blank between Chinese names is a comma.
    private static string[] EastAsian(string name)
    {
        if (!Parsing.TextMeasure.IsWide(name[0]) || !name.Contains(' ', StringComparison.Ordinal)) return [name];
        var names = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(names, static single => ChineseNames.IsName(single)) ? names : [name];
    }

    private static string WithoutParentheses(string text)
    {
        while (text.IndexOfAny(['(', '（', '[']) is > 0 and var open && text.IndexOfAny([')', '）', ']'], open) is > 0 and var close)
            text = text[..open].TrimEnd() + text[(close + 1)..];
        return text;
    }

    private static string Tidy(string part)
    {
        var name = AuthorWords.WithoutLabel(part);
        name = WithoutWhatFollows(name);
        var parenthesis = name.IndexOfAny(['(', '（', '[', '<', '【']);
        if (parenthesis >= 0) name = name[..parenthesis];
        return name.Trim(' ', ',', '.', ':', '-', '–', '—', '|', '*', '·', '•', '"', '/', '@', '■', '：', '‧', '●');
    }

    // "Ada Lovelace October 24", "Ada Lovelace Senior Editor", "Ada Lovelace PhD", "Ada Lovelace 기자".
    private static string WithoutWhatFollows(string name)
    {
        var words = name.Split(' ');
        for (var i = 1; i < words.Length; i++)
        {
            if (words[i].Length == 0) continue;
            var next = i + 1 < words.Length ? words[i + 1] : "";
            var month = MonthNames.Number(words[i], null) > 0;
            if (month && (next.Length == 0 || char.IsAsciiDigit(next[0])
                || char.IsAsciiDigit(words[i - 1][^1]))) return string.Join(' ', words[..i]);
            if (char.IsAsciiDigit(words[i][0]) || words[i] is "기자" or "記者" or "记者" or "특파원") return string.Join(' ', words[..i]);
            if (i >= 2 && (AuthorWords.IsRole(words[i]) || AuthorWords.IsCredential(words[i]))
                && PersonName.IsFull(string.Join(' ', words[..i]))) return string.Join(' ', words[..i]);
        }
        return name;
    }

    private static bool IsName(string name)
    {
        if (name.Length is < 2 or > LongestName) return false;
        if (name.Contains("http", StringComparison.OrdinalIgnoreCase) || name.Contains('@', StringComparison.Ordinal)
            || name.Contains("www.", StringComparison.OrdinalIgnoreCase)) return false;
        var letters = 0;
        var digits = 0;
        foreach (var c in name)
        {
            if (char.IsLetter(c)) letters++;
            if (char.IsDigit(c)) digits++;
        }
        return letters >= 2 && digits < 3 && !NoNames.Contains(name) && !AuthorWords.IsCredential(name) && !AuthorWords.IsDate(name);
    }
}
