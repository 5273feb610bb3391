using System.Collections;

namespace Ingestion.Clean.Decoding;

/// <summary>
/// Which Han characters are in common use: level 1 of GB 2312 (3,755 simplified ones) and level 1 of Big5 (5,401
/// traditional ones). Text read in the wrong character set hits rare ones.
/// </summary>
internal static class CommonHan
{
    private static readonly BitArray Common = Read();

    /// <summary>Whether the character is one of them.</summary>
    public static bool Contains(char c) => Common[c];

    private static BitArray Read()
    {
        var common = new BitArray(0x10000);
        AddRows(common, CodePages.Get(936), 0xB0, 0xD7, 0xA1);
        AddRows(common, CodePages.Get(950), 0xA4, 0xC6, 0x40);
        return common;
    }

    private static void AddRows(BitArray common, System.Text.Encoding encoding, int firstLead, int lastLead, int firstTrail)
    {
        Span<byte> pair = stackalloc byte[2];
        Span<char> text = stackalloc char[4];
        for (var lead = firstLead; lead <= lastLead; lead++)
        {
            for (var trail = firstTrail; trail <= 0xFE; trail++)
            {
                (pair[0], pair[1]) = ((byte)lead, (byte)trail);
                if (encoding.GetChars(pair, text) == 1 && Han.IsHan(text[0])) common[text[0]] = true;
            }
        }
    }
}
