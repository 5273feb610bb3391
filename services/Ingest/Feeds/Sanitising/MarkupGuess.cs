using System.Net;
using System.Text.RegularExpressions;

namespace Ingestion.Ingest.Feeds.Sanitising;

/// <summary>Guesses whether a text of RSS, which does not say, is HTML.</summary>
internal static partial class MarkupGuess
{
    /// <summary>
    /// Whether it has an end tag or a reference, and every tag and every named reference in it is one of HTML. "Use the &lt;foo&gt; tag"
    /// and "R&amp;D;" are not HTML.
    /// </summary>
    public static bool IsHtml(string text)
    {
        if (!text.AsSpan().ContainsAny('<', '&') || !Sign().IsMatch(text)) return false;
        foreach (Match tag in Tag().Matches(text))
        {
            if (!HtmlVocabulary.Elements.Contains(tag.Groups[1].Value.ToLowerInvariant())) return false;
        }
        foreach (Match reference in Reference().Matches(text))
        {
            if (WebUtility.HtmlDecode(reference.Value) == reference.Value) return false;
        }
        return true;
    }

    [GeneratedRegex(@"</\w+>|<\w+[^<>]*/>|&#?\w+;")]
    private static partial Regex Sign();

    [GeneratedRegex(@"</?(\w+)")]
    private static partial Regex Tag();

    [GeneratedRegex(@"&\w+;")]
    private static partial Regex Reference();
}
