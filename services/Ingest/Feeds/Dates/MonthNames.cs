using System.Globalization;
using System.Text;

namespace Ingestion.Ingest.Feeds.Dates;

/// <summary>Names of months in the languages that feeds are written in, by how they begin.</summary>
internal static class MonthNames
{
    // Beginnings without accents, in lower case. English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages,
    // Polish, Czech, Hungarian, Romanian, Turkish, Russian, Ukrainian and Greek.
    private static readonly string[][] Beginnings =
    [
        ["jan", "ene", "gen", "ian", "sty", "led", "oca", "янв", "січ", "ιαν"],
        ["feb", "fev", "lut", "uno", "suba", "фев", "лют", "φεβ"],
        ["mar", "maa", "mrz", "mrt", "brez", "bre", "мар", "бер", "μαρ", "μαω"],
        ["apr", "avr", "abr", "kwi", "dub", "nis", "апр", "кві", "απρ"],
        ["may", "mai", "maj", "mei", "mag", "kve", "маи", "мая", "тра", "μαι"],
        ["jun", "juin", "giu", "iun", "cze", "cerv", "haz", "июн", "чер", "ιουν", "ιον"],
        ["jul", "juil", "lug", "iul", "lip", "cervenc", "tem", "июл", "лип", "ιουλ", "ιολ"],
        ["aug", "aou", "ago", "sie", "srp", "agu", "авг", "сер", "αυγ"],
        ["sep", "szep", "set", "wrz", "zari", "eyl", "сен", "вер", "σεπ"],
        ["oct", "okt", "out", "ott", "paz", "rij", "eki", "окт", "жов", "οκτ"],
        ["nov", "noi", "lis", "kas", "ноя", "лис", "νοε"],
        ["dec", "dez", "dic", "des", "gru", "pro", "ara", "дек", "гру", "δεκ"],
    ];

    /// <summary>The month from 1 to 12; 0 if it is none. The longest beginning counts: "červenec" is not "červen".</summary>
    public static int Find(string word)
    {
        if (word.Length < 3) return 0;
        var plain = WithoutAccents(word);
        var (month, length) = (0, 0);
        for (var i = 0; i < Beginnings.Length; i++)
        {
            foreach (var beginning in Beginnings[i])
            {
                if (beginning.Length > length && plain.StartsWith(beginning, StringComparison.Ordinal))
                    (month, length) = (i + 1, beginning.Length);
            }
        }
        return month;
    }

    private static string WithoutAccents(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(c);
        }
        return plain.ToString();
    }
}
