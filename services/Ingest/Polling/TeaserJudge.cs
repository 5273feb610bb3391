using System.Text.RegularExpressions;
using Ingestion.Ingest.Formats;

namespace Ingestion.Ingest.Polling;

/// <summary>Tells an entry that is only the beginning of an article from one that is all of it.</summary>
internal static partial class TeaserJudge
{
    /// <summary>A text shorter than this, in characters that are no markup, is a teaser; Han and kana count three times.</summary>
    private const int ShortestArticle = 1200;

    /// <summary>Whether it is a teaser.</summary>
    public static bool IsTeaser(IncomingArticle article)
    {
        var text = Tags().Replace(article.BodyHtml ?? "", " ").TrimEnd();
        if (Ending().IsMatch(text[Math.Max(0, text.Length - 60)..])) return true;
        var length = text.Sum(letter => char.IsWhiteSpace(letter) ? 0 : letter is >= '\u3040' and <= '\u9FFF' ? 3 : 1);
        return length < ShortestArticle;
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    // What says that there is more: an ellipsis, "[...]", "read more" and the like at the end.
    [GeneratedRegex(
        @"(?:…|\.\.\.|&hellip;|&#8230;)\s*[\])]?\W*$|\[\s*(?:…|\.\.\.|&hellip;)\s*\]|(?:read more|continue reading|weiterlesen|lire la suite|leer más|阅读全文|閱讀全文|続きを読む)\W*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Ending();
}
