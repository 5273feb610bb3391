namespace Ingestion.Clean.Parsing;

/// <summary>
/// How much text a string holds, so that one threshold serves all scripts: every character but white space counts
/// one, and a Han, Kana or Hangul character, which says about as much as three Latin letters, counts three.
/// </summary>
internal static class TextMeasure
{
    /// <summary>The amount of text, and how many marks of sentence punctuation are in it.</summary>
    public static (int Length, int Punctuation) Of(ReadOnlySpan<char> text)
    {
        int length = 0, punctuation = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c <= ' ') continue;
            length++;
            if (c < 128)
            {
                if (c is '.' or ',' or ';' or '?' or '!') punctuation++;
            }
            else if (IsWide(c))
            {
                length += 2;
            }
            else if (c is '。' or '，' or '、' or '；' or '？' or '！' or '।' or '،' or '؛' or '؟')
            {
                length++;
                punctuation++;
            }
            else if (char.IsWhiteSpace(c))
            {
                length--;
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
            if (IsWide(c))
            {
                words++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                if (!inWord) words++;
                inWord = true;
            }
            else if (c is not ('\'' or '’' or '-'))
            {
                inWord = false;
            }
        }
        return words;
    }
}
