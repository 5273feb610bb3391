using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>A line as a reader sees it: the text of a block up to a break or a block further in, whatever inline elements it is made of.</summary>
/// <param name="Block">The block that it stands in.</param>
/// <param name="Texts">The texts that it is made of.</param>
/// <param name="Text">Its text, blanks collapsed to one.</param>
internal sealed record Line(PageNode Block, IReadOnlyList<PageNode> Texts, string Text)
{
    private const int LeastProse = 40;

    private (int Length, int Links, int Punctuation)? _measure;

    /// <summary>Its text in lower case.</summary>
    public string Lower => field ??= Text.ToLowerInvariant();

    /// <summary>Its letters and digits, in lower case.</summary>
    public string Letters => field ??= LettersOf(Text);

    /// <summary>Whether its block has no other text.</summary>
    public bool IsWholeBlock => Measure.Length == Block.TextLength;

    /// <summary>Whether it is nothing but a link, or several.</summary>
    public bool IsLink => Measure.Links * 100 >= Measure.Length * 92;

    /// <summary>The share of its text that stands in links, 0 to 1.</summary>
    public double LinkDensity => (double)Measure.Links / Math.Max(1, Measure.Length);

    /// <summary>Whether it is running text: long, punctuated, and not made of links.</summary>
    public bool IsProse =>
        Measure is var (length, links, punctuation) && length - links >= LeastProse && punctuation > 0 && links * 2 <= length && !Block.Tag.IsHeading();

    /// <summary>Whether it ends like a sentence, or like one that goes on.</summary>
    public bool EndsSentence
    {
        get
        {
            var end = Text.AsSpan().TrimEnd("\"'”’»“)）」』】 ");
            return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or ':' or ';' or ',' or '。' or '！' or '？' or '：' or '；' or '，' or '।' or '؟';
        }
    }

    /// <summary>Letters and digits of a text, in lower case: what is left to compare when marks and blanks differ.</summary>
    public static string LettersOf(string text)
    {
        return string.Create(text.Count(char.IsLetterOrDigit), text, static (letters, text) =>
        {
            var at = 0;
            foreach (var c in text)
            {
                if (char.IsLetterOrDigit(c)) letters[at++] = char.ToLowerInvariant(c);
            }
        });
    }

    private (int Length, int Links, int Punctuation) Measure
    {
        get
        {
            if (_measure is { } known) return known;
            int length = 0, links = 0;
            foreach (var text in Texts)
            {
                length += text.TextLength;
                links += text.LinkLength;
            }
            var measured = (length, links, TextMeasure.Of(Text).Punctuation);
            _measure = measured;
            return measured;
        }
    }
}
