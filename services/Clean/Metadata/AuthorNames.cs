using System.Net;

namespace Ingestion.Clean.Metadata;

/// <summary>Cuts a byline into names, in many languages, and leaves out what is no name.</summary>
internal static class AuthorNames
{
    private static readonly string[] Prefixes =
    [
        "by ", "von ", "par ", "por ", "di ", "da ", "door ", "av ", "af ", "od ", "text: ", "text:", "written by ", "posted by ", "author: ", "author:", "authors: ", "autor: ", "autor:",
        "auteur: ", "autore: ", "words by ", "story by ", "von: ", "by: ", "作者：", "作者:", "文/", "authored by: ", "authored by ", "article by: ", "article by ", "view all posts by ", "author ", "reported by ", "presented by ", "from ", "medically ", "edited by ", "photography by ", "text von ", "ein artikel von ", "interview von ", "eine analyse von ", "ein kommentar von ", "kommentar von ", "gastbeitrag von ", "foto: ", "redacción: ", "記者", "记者", "written by: ", "published by ", "reviewed by ", "escrito por ", "tekst: ", "автор: ",
    ];

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "admin", "administrator", "undefined", "null", "none", "unknown", "author", "authors", "by", "editor", "staff", "staff writer", "staff reporter", "reporter", "guest author", "guest",
        "anonymous", "user", "webmaster", "root", "home", "podcast", "blog", "news", "published", "updated", "share", "follow", "twitter", "facebook", "email", "md", "phd", "rn", "m.d.",
        "ph.d.", "rd", "r.d.", "r.d.n.", "rdn", "mba", "cfp", "mph", "佚名", "本站", "网络", "管理员", "来源", "未知",
    };

    private static readonly string[] Splitters = [", ", ";", " and ", " und ", " et ", " y ", " e ", " & ", " | ", "|", " och ", " og ", " en ", " i ", " / ", "、", "，", " with ", " mit "];

    /// <summary>Adds the names in a byline to a list that has none twice.</summary>
    public static void AddTo(List<string> names, string byline)
    {
        var text = Whitespace.Collapse(WebUtility.HtmlDecode(byline));
        if (text.Length is 0 or > 300) return;
        foreach (var part in Split(WithoutPrefix(text)))
        {
            var name = Tidy(part);
            if (IsName(name) && !names.Exists(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))) names.Add(name);
        }
    }

    private static string[] Split(string text) => text.Split(Splitters, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string WithoutPrefix(string text)
    {
        foreach (var prefix in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return text[prefix.Length..].Trim();
        }
        return text;
    }

    private static string Tidy(string part)
    {
        var name = WithoutPrefix(part);
        name = WithoutDate(name);
        var parenthesis = name.IndexOfAny(['(', '（', '[', '<']);
        if (parenthesis > 0) name = name[..parenthesis];
        return name.Trim(' ', ',', '.', ':', '-', '–', '—', '|', '*', '·', '•', '"', '/', '@');
    }

    /// <summary>"Zander Dejah October 24": a month in the line ends the name.</summary>
    private static string WithoutDate(string name)
    {
        var words = name.Split(' ');
        for (var i = 1; i < words.Length; i++)
        {
            var next = i + 1 < words.Length ? words[i + 1] : "";
            var month = MonthNames.Number(words[i], null) > 0;
            if (month && (next.Length == 0 || char.IsAsciiDigit(next[0]) || char.IsAsciiDigit(words[i - 1][^1]))) return string.Join(' ', words[..i]);
            if (words[i].Length > 0 && char.IsAsciiDigit(words[i][0])) return string.Join(' ', words[..i]);
        }
        return name;
    }

    private static bool IsName(string name)
    {
        if (name.Length is < 2 or > 60) return false;
        if (name.Contains("http", StringComparison.OrdinalIgnoreCase) || name.Contains('@', StringComparison.Ordinal) || name.Contains("www.", StringComparison.OrdinalIgnoreCase)) return false;
        var letters = 0;
        var digits = 0;
        foreach (var c in name)
        {
            if (char.IsLetter(c)) letters++;
            if (char.IsDigit(c)) digits++;
        }
        return letters >= 2 && digits < 3 && !NoNames.Contains(name);
    }
}
