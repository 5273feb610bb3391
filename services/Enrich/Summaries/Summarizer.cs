namespace Ingestion.Enrich.Summaries;

/// <summary>
/// Summarises a text by its first sentences: for news, that is hard to beat (the "lead" baseline of See et al., "Get To The
/// Point", 2017), and every word of it is the author's.
/// </summary>
internal static class Summarizer
{
    /// <summary>Longest summary, in characters.</summary>
    public const int MostCharacters = 300;

    /// <summary>The summary, or null for an empty text. Sentences that only repeat the title are left out.</summary>
    public static string? Summarize(string title, string text)
    {
        var summary = "";
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            if (string.Equals(sentence.TrimEnd('.'), title.Trim().TrimEnd('.'), StringComparison.OrdinalIgnoreCase)) continue;
            if (summary.Length == 0)
            {
                summary = sentence.Length <= MostCharacters ? sentence : Cut(sentence);
                continue;
            }
            var gap = Gap(summary[^1], sentence[0]);
            if (summary.Length + gap.Length + sentence.Length > MostCharacters) break;
            summary += gap + sentence;
        }
        return summary.Length == 0 ? null : summary;
    }

    private static string Cut(string sentence)
    {
        var end = MostCharacters - 1;
        var blank = sentence.LastIndexOf(' ', end);
        if (blank > MostCharacters / 2) end = blank;
        else if (char.IsLowSurrogate(sentence[end])) end--;
        return sentence[..end].TrimEnd(' ', ',', ';', ':', '，', '；', '、') + "…";
    }

    /// <summary>Chinese and Japanese put no blank between sentences.</summary>
    private static string Gap(char last, char first) => last >= 0x3000 || (first >= 0x3000 && first is not (>= '\uac00' and <= '\ud7ff')) ? "" : " ";
}
