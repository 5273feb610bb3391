using System.Net;
using System.Text.RegularExpressions;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.Sanitising;

namespace Ingestion.Clean.Extraction.ScriptState;

/// <summary>Tells a text that reads like an article, as markup or in paragraphs, from the other strings of a script.</summary>
internal static partial class StateText
{
    /// <summary>A shorter string is none, in characters.</summary>
    public const int Shortest = 150;

    /// <summary>Less text than this is a description, see <see cref="TextMeasure"/>.</summary>
    private const int ShortestText = 300;

    /// <summary>Sentences are no longer, on average, between two marks of punctuation.</summary>
    private const int LongestClause = 250;

    /// <summary>Of a hundred characters of prose, so many at most are those that code is full of.</summary>
    private const int MostCode = 2;

    /// <summary>The article; null if the text does not read like one.</summary>
    public static StateArticle? Read(string value)
    {
        var isMarkup = Breaks().Count(value) >= 2;
        if (!isMarkup && (value.Contains("</", StringComparison.Ordinal) || !value.AsSpan().Trim().Contains('\n'))) return null;
        var text = isMarkup ? WebUtility.HtmlDecode(Tags().Replace(value, " ")) : value;
        var (length, punctuation) = TextMeasure.Of(text);
        if (length < ShortestText || punctuation * LongestClause < length || Code(text) * 100 > text.Length * MostCode) return null;
        var paragraphs = isMarkup ? value : BodyWriter.Paragraphs([.. value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
        return new StateArticle(null, Placeholders().Replace(paragraphs, ""), length);
    }

    private static int Code(string text)
    {
        var code = 0;
        foreach (var c in text)
        {
            if (c is '{' or '}' or '=' or '<' or '>' or '\\' or '_') code++;
        }
        return code;
    }

    [GeneratedRegex("</?p[ >]|<br[ />]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[A-Za-z/!][^>]*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    // Where a script puts an advertisement or a picture in: $$AD$$, {{gallery}}, %%RELATED%%.
    [GeneratedRegex(@"\$\$\w{1,40}\$\$|\{\{[ \w-]{1,40}\}\}|%%\w{1,40}%%", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholders();
}
