using System.Buffers;
using System.Text;
using Ingestion.Clean.Decoding;

namespace Ingestion.Clean.Repair.Pinyin;

/// <summary>Finds readings in text: whatever stands in parentheses and is a real reading of what stands before them.</summary>
internal static class PinyinScanner
{
    private static readonly SearchValues<char> WithoutTone = SearchValues.Create("abcdefghijklmnopqrstuvwxyzü");
    private static readonly SearchValues<char> Opening = SearchValues.Create('(', '（');

    /// <summary>The readings of a text, in order.</summary>
    public static List<PinyinReading> Find(ReadOnlySpan<char> text)
    {
        var found = new List<PinyinReading>();
        for (var at = 1; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAny(Opening);
            if (next < 0) break;
            at += next;
            if (text[at - 1] is not ('(' or '（') && TryRead(text, at) is { } reading)
            {
                found.Add(reading);
                at += reading.Length - 1;
            }
        }
        return found;
    }

    private static PinyinReading? TryRead(ReadOnlySpan<char> text, int open)
    {
        var before = text[open - 1];
        var afterLetter = char.IsAsciiLetter(before) && open >= 2 && Han.IsHan(text[open - 2]);
        if (!afterLetter && !Han.IsHan(before)) return null;

        Span<char> syllable = stackalloc char[PinyinTable.LongestSyllable * 2];
        var (length, close, blanks) = (0, -1, false);
        for (var i = open + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c is ')' or '）')
            {
                close = i;
                break;
            }
            if (c is ' ' or '\u00A0' or '\u3000' && i - open < syllable.Length + 2)
            {
                blanks |= length > 0;
                continue;
            }
            if (length == syllable.Length || blanks || !(char.IsLetter(c) || c is >= '\u0300' and <= '\u036F') || Han.IsHan(c)) return null;
            syllable[length++] = c;
        }
        if (close < 0 || length == 0) return null;

        var spelled = Normalise(syllable[..length]);
        var character = afterLetter ? SlippedCharacter(text[open - 2], before) : before;
        if (!PinyinTable.IsReading(character, spelled)) return null;
        var hasTone = spelled.IndexOfAnyExcept(WithoutTone) >= 0;
        return afterLetter && !hasTone ? null : new PinyinReading(open, close - open + 1, character, hasTone, afterLetter || blanks);
    }

    /// <summary>
    /// The machine that adds the readings walks GBK text byte by byte, so it may pair the second byte of a character
    /// with the Latin letter that follows: in 用于A(yíng)I the bytes DA 41 are 贏, which is read yíng.
    /// </summary>
    private static char SlippedCharacter(char han, char letter) =>
        GbkTable.TryEncode(han, out _, out var trail) ? GbkTable.Decode(trail, letter) : '\uFFFD';

    // Millions of readings may have to be looked up, so those that are written as one character a letter stay where they are.
    private static ReadOnlySpan<char> Normalise(Span<char> syllable)
    {
        ReadOnlySpan<char> spelled = syllable;
        if (spelled.ContainsAnyInRange('\u0300', '\u036F')) syllable = spelled.ToString().Normalize(NormalizationForm.FormC).ToCharArray();
        foreach (ref var c in syllable)
        {
            c = char.ToLowerInvariant(c) switch
            {
                'ɡ' => 'g',
                'ɑ' => 'a',
                var lower => lower,
            };
        }
        return syllable;
    }
}
