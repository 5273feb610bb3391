using System.Collections.Frozen;

namespace Ingestion.Clean.Metadata;

/// <summary>The words around a name in a byline: what announces it, and what is said of the person after it.</summary>
internal static class AuthorWords
{
    // What may stand before the names.
    private static readonly string[] AllLabels =
    [
        "by ", "by: ", "by:", "written by ", "written by: ", "posted by ", "posted by: ", "published by ", "author: ", "author:",
        "author ", "authors: ", "authors:", "authored by ",
        "authored by: ", "article by ", "article by: ", "words by ", "story by ", "reported by ", "presented by ", "edited by ",
        "photography by ", "reviewed by ", "contributor: ",
        "contributors: ", "view all posts by ", "posts by ", "from ", "medically ", "with ", "report by ", "interview by ",
        "review by ", "opinion by ", "analysis by ", "text by ", "text: ", "text:",
        "von ", "von: ", "text von ", "ein artikel von ", "interview von ", "eine analyse von ", "ein kommentar von ",
        "kommentar von ", "gastbeitrag von ", "autor: ", "autor:",
        "autorin: ", "foto: ", "verfasst von ", "geschrieben von ", "par ", "par : ", "auteur: ", "auteur : ",
        "propos recueillis par ", "écrit par ", "publié par ", "por ", "por: ", "escrito por ",
        "redacción: ", "publicado por ", "di ", "da ", "a cura di ", "autore: ", "scritto da ", "door ", "geschreven door ", "av ",
        "tekst: ", "af ", "skrevet av ", "skrevet af ", "od ", "autor ",
        "autorka: ", "opracował: ", "opracowała: ", "oleh ", "penulis: ", "editor: ", "yazan: ", "автор: ", "автор:", "text a foto: ",
        "作者：", "作者:", "文/", "文／", "記者", "记者",
    ];

    // By first letter, the longer ones first.
    private static readonly FrozenDictionary<char, string[]> Labels = AllLabels.Distinct().GroupBy(static label => label[0])
        .ToFrozenDictionary(static labels => labels.Key, static labels => labels.OrderByDescending(static label => label.Length).ToArray());

    // What a person is or does, and what a page says beside a byline; never part of a name.
    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "editor", "editors", "editorial", "reporter", "reporters", "writer", "writers", "correspondent", "contributor", "contributors",
        "contributing", "columnist", "journalist", "producer",
        "photographer", "staff", "senior", "junior", "chief", "deputy", "assistant", "associate", "freelance", "freelancer", "fellow",
        "director", "manager", "founder", "co-founder", "cofounder",
        "ceo", "cto", "engineer", "developer", "consultant", "specialist", "expert", "strategist", "analyst", "researcher",
        "professor", "president", "head", "lead", "intern",
        "team", "desk", "redaktion", "redaktør", "redakteur", "redakteurin", "redacción", "redazione", "rédaction", "rédacteur",
        "journaliste", "journalistin", "periodista", "giornalista",
        "updated", "published", "posted", "modified", "reviewed", "edited", "min", "mins", "minute", "minutes", "read", "reading",
        "share", "follow", "more", "view", "all", "full", "bio",
        "about", "profile", "comments", "comment", "news", "times", "post", "media", "magazine", "blog", "press", "agency", "agencies",
        "daily", "image", "images", "getty", "photo", "photos",
        "last", "website", "contact", "email", "subscribe", "certified", "licensed", "registered", "phd", "case", "cases", "guest",
        "author", "authors", "for", "is", "has", "was", "special", "the", "this",
        "our", "partners", "text", "size", "menu", "search", "home", "sign", "log", "in", "out", "to", "a", "an", "and", "or", "on",
        "at", "you", "your", "we", "how", "why", "what",
    };

    private static readonly HashSet<string> Dates = new(StringComparer.OrdinalIgnoreCase)
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
        "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "today", "yesterday",
    };

    // Unlike roles they may also be somebody's name: "April", "May", "Mark Head".
    private static readonly HashSet<string> AlsoNames = new(StringComparer.OrdinalIgnoreCase) { "head", "fellow", "president", "post",
        "press", "case", "may", "april", "june", "august", "jan" };

    private static readonly HashSet<string> Credentials = new(StringComparer.OrdinalIgnoreCase)
    {
        "md", "m.d.", "phd", "ph.d.", "ph.d", "rn", "bsn", "msn", "rd", "r.d.", "rdn", "r.d.n.", "ldn", "mba", "m.b.a.", "cfp", "cfp®",
        "cfa", "cpa", "mph", "m.p.h.", "ms", "m.s.", "msc", "ma", "m.a.", "bs", "b.s.",
        "ba", "b.a.", "esq", "esq.", "jd", "j.d.", "dds", "d.d.s.", "dvm", "np", "lcsw", "lpc", "lmft", "psyd", "facl", "faclm", "do",
        "d.o.", "rph", "pharmd", "cscs", "e-ryt",
    };

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal)
    {
        "van", "von", "der", "den", "de", "da", "dos", "das", "do", "del", "della", "di", "la", "le", "el", "al", "bin", "ben", "ibn",
        "zu", "zum", "ter", "ten", "af", "av", "y", "e", "du", "des", "st", "san", "und", "op", "'t",
    };

    /// <summary>Whether a word says what somebody is, and no more.</summary>
    public static bool IsRole(string word) => IsNoName(word) && !AlsoNames.Contains(word);

    /// <summary>Whether a word alone is no name: a role, a month, a day of the week.</summary>
    public static bool IsNoName(string word) => Roles.Contains(word.Trim(',', '.', ':', ';', '(', ')')) || IsDate(word);

    /// <summary>Whether a word is a month or a day of the week.</summary>
    public static bool IsDate(string word) => Dates.Contains(word.Trim(',', '.', ':', ';', '(', ')'));

    /// <summary>Whether a word is a degree or a licence.</summary>
    public static bool IsCredential(string word) => Credentials.Contains(word.Trim(','));

    /// <summary>Whether a word stands inside names in lower case.</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);

    /// <summary>The text after the label it begins with; the text itself if it begins with none.</summary>
    public static string WithoutLabel(string text)
    {
        if (text.Length == 0) return text;
        foreach (var label in LabelsFor(text[0]))
        {
            if (text.Length > label.Length && text.StartsWith(label,
                StringComparison.OrdinalIgnoreCase)) return text[label.Length..].Trim();
        }
        // "ByAda Lovelace", where the label is an element of its own.
        return text.Length > 5 && text.StartsWith("By", StringComparison.Ordinal) && char.IsUpper(text[2])
            && char.IsLower(text[3]) ? text[2..] : text;
    }

    /// <summary>Whether a text is a label and nothing else.</summary>
    public static bool IsLabel(string text)
    {
        var plain = text.Trim().TrimEnd(':', '：').TrimEnd();
        if (plain.Length is < 2 or > 24) return false;
        foreach (var label in LabelsFor(plain[0]))
        {
            if (label.AsSpan().TrimEnd(" :：").Equals(plain, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    private static string[] LabelsFor(char first) => Labels.GetValueOrDefault(char.ToLowerInvariant(first), []);
}
