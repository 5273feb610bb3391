using System.Text;
using Ingestion.Contracts;

namespace Ingestion.Storage;

/// <summary>What an article is about: the page's own tags and its section, in the one form in which topics are compared.</summary>
public static class ArticleTopics
{
    private const int MostTopics = 64;
    private const int LongestTopic = 100;

    /// <summary>The article's topics, normalised, each once; the section is the first.</summary>
    public static IReadOnlyList<string> Of(CleanedArticle article) =>
    [
        .. article.Tags.Prepend(article.Section ?? "").Select(Normalise).Where(topic => topic.Length > 0)
            .Distinct(StringComparer.Ordinal).Take(MostTopics),
    ];

    /// <summary>
    /// A topic as it is compared: compatibility forms folded (NFKC, so full width is half width), lower case, single blanks, at
    /// most 100 characters.
    /// </summary>
    public static string Normalise(string topic)
    {
        var words = UnicodeText.Fold(topic).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = new StringBuilder();
        foreach (var rune in string.Join(' ', words).EnumerateRunes())
        {
            if (Rune.IsControl(rune)) continue;
            if (text.Length + rune.Utf16SequenceLength > LongestTopic) break;
            text.Append(rune);
        }
        return text.ToString().TrimEnd();
    }
}
