using System.Text;
using Ingestion.Clean.Metadata;

namespace Ingestion.Clean.Extraction;

/// <summary>The article's text as the page's structured data gives it: schema.org's articleBody, of the longest of its articles.</summary>
internal static class DeclaredBody
{
    /// <summary>Less text than this is a description.</summary>
    private const int Shortest = 1_000;

    /// <summary>How many times longer it has to be than the text that the page shows.</summary>
    private const int MuchLonger = 3;

    /// <summary>Whether it is the article where the page shows nothing, or no more than the beginning.</summary>
    public static bool Replaces(string? declared, string written) => declared is not null && declared.Length >= Shortest && declared.Length > written.Length * MuchLonger;

    /// <summary>Its paragraphs.</summary>
    public static IReadOnlyList<string> Paragraphs(string declared) =>
        [.. declared.Split('\n').Select(static line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(static line => line.Length > 0)];

    /// <summary>The text, with what looks like markup taken out; null if the page gives none.</summary>
    public static string? Read(PageFacts facts)
    {
        string? longest = null;
        foreach (var article in facts.Articles)
        {
            if (article.Text("articleBody") is { } body && body.Length > (longest?.Length ?? 0)) longest = body;
        }
        return longest is null ? null : System.Net.WebUtility.HtmlDecode(WithoutTags(longest));
    }

    private static string WithoutTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        var inTag = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!inTag && text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/')) inTag = true;
            if (!inTag) plain.Append(text[i]);
            if (inTag && text[i] == '>')
            {
                inTag = false;
                plain.Append('\n');
            }
        }
        return plain.ToString();
    }
}
