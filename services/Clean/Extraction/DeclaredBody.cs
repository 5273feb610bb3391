using System.Net;
using Ingestion.Clean.Metadata;

namespace Ingestion.Clean.Extraction;

/// <summary>
/// The text that JSON-LD gives as the article's body. It has lost its paragraphs and often its headings, so it is not
/// the answer; but a block of the page whose words stand in it in the same order is confirmed as article.
/// </summary>
internal sealed class DeclaredBody
{
    private const int Shortest = 400;
    private const int Run = 4;
    private readonly HashSet<ulong> _runs = [];

    private DeclaredBody(string text)
    {
        Length = Parsing.TextMeasure.Of(text).Length;
        ForEachRun(text, hash => _runs.Add(hash));
    }

    /// <summary>Its amount of text.</summary>
    public int Length { get; }

    /// <summary>The declared body; null if there is none worth comparing.</summary>
    public static DeclaredBody? Read(PageFacts facts)
    {
        var longest = "";
        foreach (var article in facts.Articles)
        {
            if (article.Text("articleBody") is { } body && body.Length > longest.Length) longest = body;
        }
        return longest.Length < Shortest ? null : new DeclaredBody(WithoutTags(WebUtility.HtmlDecode(longest)));
    }

    /// <summary>The share of a text's runs of words that stand in it too, 0 to 1.</summary>
    public double Confirms(string text)
    {
        int runs = 0, hits = 0;
        ForEachRun(text, hash =>
        {
            runs++;
            if (_runs.Contains(hash)) hits++;
        });
        return runs == 0 ? 0 : (double)hits / runs;
    }

    /// <summary>Hashes every run of words; a character of a script without blanks is a word.</summary>
    private static void ForEachRun(string text, Action<ulong> visit)
    {
        Span<ulong> window = stackalloc ulong[Run];
        var words = 0;
        ulong word = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var wide = Parsing.TextMeasure.IsWide(c);
            if (!wide && char.IsLetterOrDigit(c))
            {
                word = (word ^ char.ToLowerInvariant(c)) * 1_099_511_628_211UL + 1;
                continue;
            }
            if (word != 0) Push(window, ref words, word, visit);
            word = 0;
            if (wide) Push(window, ref words, c, visit);
        }
        // A text shorter than a run is one run.
        if (words is > 0 and < Run) visit(Combine(window[..words]));
    }

    private static void Push(Span<ulong> window, ref int words, ulong word, Action<ulong> visit)
    {
        if (words >= Run) window[1..].CopyTo(window);
        window[Math.Min(words, Run - 1)] = word;
        words++;
        if (words >= Run) visit(Combine(window));
    }

    private static ulong Combine(ReadOnlySpan<ulong> window)
    {
        ulong hash = 14_695_981_039_346_656_037UL;
        foreach (var word in window) hash = (hash ^ word) * 1_099_511_628_211UL;
        return hash;
    }

    private static string WithoutTags(string text)
    {
        if (!text.Contains("</", StringComparison.Ordinal)) return text;
        var plain = new System.Text.StringBuilder(text.Length);
        var inTag = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/')) inTag = true;
            if (!inTag) plain.Append(text[i]);
            if (text[i] == '>' && inTag)
            {
                inTag = false;
                plain.Append(' ');
            }
        }
        return plain.ToString();
    }
}
