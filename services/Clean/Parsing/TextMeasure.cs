namespace Ingestion.Clean.Parsing;

/// <summary>
/// How much text a string holds, so that one threshold serves all scripts: every character but white space counts
/// one, and a Han, Kana or Hangul character, which says about as much as three Latin letters, counts three.
/// </summary>
internal static class TextMeasure
{
    // ASCII, which most characters are, is looked up: 1 for what can be seen, 2 for punctuation, 4 for what words are made of.
    private const int Seen = 1;
    private const int Mark = 2;
    private const int OfWord = 4;
    private static readonly byte[] Ascii = [.. Enumerable.Range(0, 128).Select(static code => Kind((char)code))];

    /// <summary>The amount of text, and how many marks of sentence punctuation are in it.</summary>
    public static (int Length, int Punctuation) Of(ReadOnlySpan<char> text)
    {
        int length = 0, punctuation = 0;
        foreach (var c in text)
        {
            if (c < 128)
            {
                var kind = Ascii[c];
                length += kind & Seen;
                punctuation += (kind & Mark) >> 1;
            }
            else if (IsWide(c))
            {
                length += 3;
            }
            else if (c is '。' or '，' or '、' or '；' or '？' or '！' or '।' or '،' or '؛' or '؟')
            {
                length += 2;
                punctuation++;
            }
            else if (!char.IsWhiteSpace(c))
            {
                length++;
            }
        }
        return (length, punctuation);
    }

    /// <summary>Whether the character is Han, Kana or Hangul.</summary>
    public static bool IsWide(char c) =>
        c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';

    /// <summary>Words of a text; a Han, Kana or Hangul character counts as one.</summary>
    public static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (c < 128 ? (Ascii[c] & OfWord) != 0 : !IsWide(c) && char.IsLetterOrDigit(c))
            {
                if (!inWord) words++;
                inWord = true;
            }
            else if (c >= 128 && IsWide(c))
            {
                words++;
                inWord = false;
            }
            else if (c is not ('\'' or '’' or '-'))
            {
                inWord = false;
            }
        }
        return words;
    }

    private static byte Kind(char c)
    {
        var kind = c > ' ' ? Seen : 0;
        if (c is '.' or ',' or ';' or '?' or '!') kind |= Mark;
        if (char.IsAsciiLetterOrDigit(c)) kind |= OfWord;
        return (byte)kind;
    }
}
