using Ingestion.Clean.Decoding;

namespace Ingestion.Clean.Repair;

/// <summary>
/// A single-byte character set that UTF-8 may have been read in: which byte a character stood for. Bytes that the
/// character set leaves unassigned stand for control characters, as programs read them in practice.
/// </summary>
internal sealed class MojibakeCharset
{
    private readonly byte[] _byteOf = new byte[0x10000];

    private MojibakeCharset(int codePage, string provesAlone = "")
    {
        ProvesAlone = provesAlone;
        var encoding = CodePages.Get(codePage);
        Span<byte> one = stackalloc byte[1];
        Span<char> text = stackalloc char[2];
        for (var value = 0x80; value <= 0xFF; value++)
        {
            if (value < 0xA0) _byteOf[value] = (byte)value;
            one[0] = (byte)value;
            if (encoding.GetChars(one, text) == 1 && text[0] != '\uFFFD') _byteOf[text[0]] = (byte)value;
        }
    }

    /// <summary>Western, Cyrillic, Central European, Greek, Turkish, Baltic, ISO 8859-2, Mac OS Roman and IBM 437; the likeliest first.</summary>
    public static IReadOnlyList<MojibakeCharset> All { get; } =
    [
        new(1252, provesAlone: "ÂÃÄÅ"), new(1251), new(1250), new(1253), new(1254), new(1257), new(28592), new(10000, provesAlone: "√"), new(437),
    ];

    /// <summary>First characters of pairs that are proof enough alone: hardly anyone writes these before a mark.</summary>
    public string ProvesAlone { get; }

    /// <summary>The byte from 0x80 on that the character stood for; 0 if it stands for itself.</summary>
    public byte ByteOf(char c) => _byteOf[c];
}
