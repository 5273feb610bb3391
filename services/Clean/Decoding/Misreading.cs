namespace Ingestion.Clean.Decoding;

/// <summary>
/// Declarations that the characters alone do not give away, as what they make of the bytes are letters and words of a kind too:
/// Japanese declared as Chinese, Hebrew as Cyrillic, Turkish as Western. What tells them apart is how the languages are written.
/// </summary>
internal static class Misreading
{
    private const int Sampled = 200_000;

    /// <summary>Fewer letters prove nothing.</summary>
    private const int FewestLetters = 20;

    /// <summary>The character set that the bytes are really in; the same where nothing speaks against it.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="name">The character set that they would be read in.</param>
    public static string Correct(ReadOnlySpan<byte> content, string name)
    {
        content = content[..Math.Min(content.Length, Sampled)];
        return name switch
        {
            "gb18030" when IsJapanese(content) => "euc-jp",
            "windows-1251" when IsHebrew(content) => "windows-1255",
            "windows-1252" when IsTurkish(content) => "windows-1254",
            _ => name,
        };
    }

    // Kana are the same bytes in both; the Han between them are everyday characters in one only. Chinese has no Kana.
    private static bool IsJapanese(ReadOnlySpan<byte> content)
    {
        var japanese = CharsetLabel.Encoding("euc-jp");
        var (kana, han) = (0, 0);
        foreach (var c in japanese.GetString(content))
        {
            if (c is >= '\u3041' and <= '\u30FE') kana++;
            else if (Han.IsHan(c)) han++;
        }
        return kana >= FewestLetters && kana * 3 > han
            && Plausibility.Of(content, japanese) > Plausibility.Of(content, CharsetLabel.Encoding("gb18030")) + 0.02;
    }

    // Hebrew has no capitals, and five letters have a form of their own that stands at the end of words only. Read as Cyrillic
    // it is all small letters, and the last five of that alphabet (ы to я) are missing.
    private static bool IsHebrew(ReadOnlySpan<byte> content)
    {
        var (letters, others, finals, finalsInside) = (0, 0, 0, 0);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] is >= 0xE0 and <= 0xFA) letters++;
            else if (content[i] is >= 0xC0) others++;
            if (content[i] is not (0xEA or 0xED or 0xEF or 0xF3 or 0xF5)) continue;
            if (i + 1 < content.Length && content[i + 1] is >= 0xE0 and <= 0xFA) finalsInside++;
            else finals++;
        }
        return letters >= FewestLetters && others * 20 < letters && finals >= 3 && finalsInside * 10 < finals;
    }

    // ğ ı ş İ Ğ Ş stand where Western has ð ý þ Ý Ð Þ, which Icelandic writes, with æ and accents that Turkish has not.
    private static bool IsTurkish(ReadOnlySpan<byte> content)
    {
        var (turkish, accented, followed) = (0, 0, 0);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] is 0xD0 or 0xDD or 0xDE or 0xF0 or 0xFD or 0xFE)
            {
                turkish++;
                if (i > 0 && char.IsAsciiLetterLower((char)content[i - 1]) || i + 1 < content.Length && char.IsAsciiLetterLower((char)content[i + 1])) followed++;
            }
            else if (content[i] is 0xE1 or 0xE6 or 0xE9 or 0xED or 0xF3 or 0xFA or 0xE0 or 0xE8 or 0xEC or 0xF2 or 0xF9)
            {
                accented++;
            }
        }
        return turkish >= 5 && followed * 2 > turkish && accented * 8 < turkish;
    }
}
