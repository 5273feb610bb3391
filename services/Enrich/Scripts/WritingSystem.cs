using System.Globalization;
using System.Text;

namespace Ingestion.Enrich.Scripts;

/// <summary>The writing systems that are told apart, by the names Unicode gives them.</summary>
internal enum WritingSystem
{
    None,
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Oriya,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Tibetan,
    Myanmar,
    Georgian,
    Ethiopic,
    Khmer,
    Han,
    Kana,
    Hangul,
}

/// <summary>Which writing system a character belongs to, by Unicode's blocks (Scripts.txt, coarsened to what is told apart).</summary>
internal static class WritingSystems
{
    private static readonly (int First, int Last, WritingSystem System)[] Blocks =
    [
        (0x0041, 0x02AF, WritingSystem.Latin),
        (0x0370, 0x03FF, WritingSystem.Greek),
        (0x0400, 0x052F, WritingSystem.Cyrillic),
        (0x0530, 0x058F, WritingSystem.Armenian),
        (0x0590, 0x05FF, WritingSystem.Hebrew),
        (0x0600, 0x06FF, WritingSystem.Arabic),
        (0x0750, 0x077F, WritingSystem.Arabic),
        (0x08A0, 0x08FF, WritingSystem.Arabic),
        (0x0900, 0x097F, WritingSystem.Devanagari),
        (0x0980, 0x09FF, WritingSystem.Bengali),
        (0x0A00, 0x0A7F, WritingSystem.Gurmukhi),
        (0x0A80, 0x0AFF, WritingSystem.Gujarati),
        (0x0B00, 0x0B7F, WritingSystem.Oriya),
        (0x0B80, 0x0BFF, WritingSystem.Tamil),
        (0x0C00, 0x0C7F, WritingSystem.Telugu),
        (0x0C80, 0x0CFF, WritingSystem.Kannada),
        (0x0D00, 0x0D7F, WritingSystem.Malayalam),
        (0x0D80, 0x0DFF, WritingSystem.Sinhala),
        (0x0E00, 0x0E7F, WritingSystem.Thai),
        (0x0E80, 0x0EFF, WritingSystem.Lao),
        (0x0F00, 0x0FFF, WritingSystem.Tibetan),
        (0x1000, 0x109F, WritingSystem.Myanmar),
        (0x10A0, 0x10FF, WritingSystem.Georgian),
        (0x1100, 0x11FF, WritingSystem.Hangul),
        (0x1200, 0x139F, WritingSystem.Ethiopic),
        (0x1780, 0x17FF, WritingSystem.Khmer),
        (0x1C90, 0x1CBF, WritingSystem.Georgian),
        (0x1E00, 0x1EFF, WritingSystem.Latin),
        (0x1F00, 0x1FFF, WritingSystem.Greek),
        (0x3005, 0x3007, WritingSystem.Han),
        (0x3041, 0x3096, WritingSystem.Kana),
        (0x309D, 0x309F, WritingSystem.Kana),
        (0x30A1, 0x30FA, WritingSystem.Kana),
        (0x30FC, 0x30FF, WritingSystem.Kana),
        (0x3130, 0x318F, WritingSystem.Hangul),
        (0x31F0, 0x31FF, WritingSystem.Kana),
        (0x3400, 0x4DBF, WritingSystem.Han),
        (0x4E00, 0x9FFF, WritingSystem.Han),
        (0xAC00, 0xD7FF, WritingSystem.Hangul),
        (0xF900, 0xFAFF, WritingSystem.Han),
        (0xFB1D, 0xFB4F, WritingSystem.Hebrew),
        (0xFB50, 0xFDFF, WritingSystem.Arabic),
        (0xFE70, 0xFEFC, WritingSystem.Arabic),
        (0xFF21, 0xFF5A, WritingSystem.Latin),
        (0xFF66, 0xFF9D, WritingSystem.Kana),
        (0x20000, 0x3FFFD, WritingSystem.Han),
    ];

    /// <summary>The writing system of a letter or of a mark that belongs to one; <see cref="WritingSystem.None"/> for anything else.</summary>
    public static WritingSystem Of(Rune rune)
    {
        var value = rune.Value;
        if (value < 0x80) return char.IsAsciiLetter((char)value) ? WritingSystem.Latin : WritingSystem.None;
        if (!IsLetterOrMark(rune)) return WritingSystem.None;
        int low = 0, high = Blocks.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var (first, last, system) = Blocks[middle];
            if (value < first) high = middle - 1;
            else if (value > last) low = middle + 1;
            else return system;
        }
        return WritingSystem.None;
    }

    /// <summary>Whether every character is about a syllable or a word: those are counted by character, not by word.</summary>
    public static bool IsCjk(WritingSystem system) => system is WritingSystem.Han or WritingSystem.Kana or WritingSystem.Hangul;

    /// <summary>The ISO 15924 code. Han, Kana and Hangul get the code of the mixed script of Chinese, Japanese and Korean.</summary>
    public static string Code(WritingSystem system) => system switch
    {
        WritingSystem.Latin => "Latn",
        WritingSystem.Cyrillic => "Cyrl",
        WritingSystem.Greek => "Grek",
        WritingSystem.Armenian => "Armn",
        WritingSystem.Hebrew => "Hebr",
        WritingSystem.Arabic => "Arab",
        WritingSystem.Devanagari => "Deva",
        WritingSystem.Bengali => "Beng",
        WritingSystem.Gurmukhi => "Guru",
        WritingSystem.Gujarati => "Gujr",
        WritingSystem.Oriya => "Orya",
        WritingSystem.Tamil => "Taml",
        WritingSystem.Telugu => "Telu",
        WritingSystem.Kannada => "Knda",
        WritingSystem.Malayalam => "Mlym",
        WritingSystem.Sinhala => "Sinh",
        WritingSystem.Thai => "Thai",
        WritingSystem.Lao => "Laoo",
        WritingSystem.Tibetan => "Tibt",
        WritingSystem.Myanmar => "Mymr",
        WritingSystem.Georgian => "Geor",
        WritingSystem.Ethiopic => "Ethi",
        WritingSystem.Khmer => "Khmr",
        WritingSystem.Han => "Hani",
        WritingSystem.Kana => "Jpan",
        WritingSystem.Hangul => "Kore",
        _ => "Zyyy",
    };

    private static bool IsLetterOrMark(Rune rune) =>
        Rune.IsLetter(rune) || rune.Value is 0x3007
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
