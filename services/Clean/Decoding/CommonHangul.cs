using System.Collections;

namespace Ingestion.Clean.Decoding;

/// <summary>Which Hangul syllables are in common use: the 2,350 of KS X 1001. Text read in the wrong character set hits the other 8,822.</summary>
internal static class CommonHangul
{
    private static readonly BitArray Common = Read();

    /// <summary>Whether the character is one of them.</summary>
    public static bool Contains(char c) => Common[c];

    private static BitArray Read()
    {
        var common = new BitArray(0x10000);
        var encoding = CodePages.Get(949);
        Span<byte> pair = stackalloc byte[2];
        Span<char> text = stackalloc char[4];
        for (var lead = 0xB0; lead <= 0xC8; lead++)
        {
            for (var trail = 0xA1; trail <= 0xFE; trail++)
            {
                (pair[0], pair[1]) = ((byte)lead, (byte)trail);
                if (encoding.GetChars(pair, text) == 1) common[text[0]] = true;
            }
        }
        return common;
    }
}
