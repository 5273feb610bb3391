using System.Text;
using Ingestion.Clean.Repair.Pinyin;

namespace Ingestion.Clean.Decoding;

/// <summary>How much a text read in some character set looks like text that people write, in the part of it beyond ASCII.</summary>
internal static class Plausibility
{
    private const int Sampled = 200_000;

    /// <summary>From 1 (every character beyond ASCII is a common one) down to negative numbers; 1 if there is none.</summary>
    public static double Of(ReadOnlySpan<byte> content, Encoding encoding)
    {
        var text = encoding.GetString(content[..Math.Min(content.Length, Sampled)]).AsSpan();
        var (score, total) = (0.0, 0);
        var before = ' ';
        foreach (var c in text[..Math.Max(0, text.Length - (content.Length > Sampled ? 1 : 0))])
        {
            if (c >= 0x80)
            {
                total++;
                score += Weight(before, c);
            }
            before = c;
        }
        return total == 0 ? 1 : score / total;
    }

    private static double Weight(char before, char c) => c switch
    {
        '\uFFFD' or >= '\uE000' and <= '\uF8FF' => -5,
        >= '\u0080' and <= '\u009F' => -3,
        _ when Han.IsHan(c) => PinyinTable.IsEveryday(c) ? 1 : CommonHan.Contains(c) ? 0.3 : -0.5,
        >= '\uAC00' and <= '\uD7A3' => CommonHangul.Contains(c) ? 1 : -0.5,
        >= '\u3131' and <= '\u318E' => -0.3, // Hangul letters on their own: what Kana look like in EUC-KR
        >= '\u3000' and <= '\u30FF' or >= '\uFF01' and <= '\uFF5E' => 1,
        >= '\uFF61' and <= '\uFF9F' => -0.5, // half-width Katakana: what GBK looks like in Shift_JIS
        >= '\u0370' and <= '\u06FF' when char.IsAsciiLetter(before) => -1, // no word is written in two scripts
        >= '\u0400' and <= '\u04FF' => !CaseFits(before, c) ? -1 : char.IsUpper(c) && char.IsUpper(before) ? 0.3 : 1,
        >= '\u0370' and <= '\u03FF' or >= '\u0590' and <= '\u06FF' or >= '\u0E00' and <= '\u0E7F' => 1,
        _ when char.IsLetter(c) => !CaseFits(before, c) ? -0.5 : before < 0x80 || !char.IsLetter(before) ? 1 : char.IsLower(c) ? 0.2 : -0.5,
        _ => char.IsAsciiLetter(before) || before < 0x80 || before >= 0x2000 ? 0.6 : -0.3,
    };

    // A capital after a small letter is what Cyrillic looks like in the wrong Cyrillic character set.
    private static bool CaseFits(char before, char c) => !(char.IsUpper(c) && char.IsLower(before));
}
