namespace Ingestion.Clean.Decoding;

/// <summary>GBK's two-byte characters, both ways. Its user-defined areas count as unassigned.</summary>
internal static class GbkTable
{
    private const int CodePage = 936;
    private static readonly char[] CharOfPair = Read();
    private static readonly ushort[] PairOfChar = Invert(CharOfPair);

    /// <summary>The character of a pair of bytes, or U+FFFD where GBK assigns none.</summary>
    public static char Decode(int lead, int trail) => CharOfPair[(lead << 8) | trail];

    /// <summary>The pair of bytes of a character; false where GBK has none.</summary>
    public static bool TryEncode(char c, out int lead, out int trail)
    {
        var pair = PairOfChar[c];
        (lead, trail) = (pair >> 8, pair & 0xFF);
        return pair != 0;
    }

    private static char[] Read()
    {
        var encoding = CodePages.Get(CodePage);
        var table = new char[0x10000];
        Array.Fill(table, '\uFFFD');
        Span<byte> pair = stackalloc byte[2];
        Span<char> text = stackalloc char[4];
        for (var lead = 0x81; lead <= 0xFE; lead++)
        {
            for (var trail = 0x40; trail <= 0xFE; trail++)
            {
                (pair[0], pair[1]) = ((byte)lead, (byte)trail);
                if (trail == 0x7F || encoding.GetChars(pair, text) != 1) continue;
                if (text[0] is < '\uE000' or > '\uF8FF') table[(lead << 8) | trail] = text[0];
            }
        }
        return table;
    }

    private static ushort[] Invert(char[] table)
    {
        var inverse = new ushort[0x10000];
        for (var pair = 0x8140; pair <= 0xFEFE; pair++)
            if (table[pair] != '\uFFFD') inverse[table[pair]] = (ushort)pair;
        return inverse;
    }
}
