using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Ingestion.Ingest.Feeds.Decoding;

/// <summary>
/// Bytes to text. A byte order mark decides, then the transport's charset, then the XML declaration (RFC 7303, section 3); but
/// each only if the bytes are valid in it, since declarations are wrong every day.
/// </summary>
internal static partial class FeedDecoder
{
    private const int Utf7 = 65000; // not for reading what others wrote: it hides markup

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    // What senders write, and what they mean (WHATWG Encoding).
    private static readonly Dictionary<string, string> Superset = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["us-ascii"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["x-sjis"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["ks_c_5601-1987"] = "euc-kr",
        ["tis-620"] = "windows-874",
    };

    /// <summary>The text of a document.</summary>
    /// <param name="content">The document.</param>
    /// <param name="contentType">Its media type as the transport gave it, with or without a charset.</param>
    public static string Decode(ReadOnlySpan<byte> content, string? contentType)
    {
        if (ByteOrderMark(content) is var (marked, length)) return marked.GetString(content[length..]);
        if (Wide(content) is { } wide) return wide.GetString(content);
        var utf8 = TryDecode(StrictUtf8, content);
        foreach (var name in new[] { TransportCharset(contentType), DeclaredCharset(content) })
        {
            if (name is null || Find(name) is not { } encoding) continue;
            // A charset of single bytes takes any bytes; letters that are valid UTF-8 as well are no coincidence.
            if (utf8 is not null && (encoding.IsSingleByte || encoding.CodePage == StrictUtf8.CodePage)) return utf8;
            if (encoding.CodePage == StrictUtf8.CodePage) continue;
            if (TryDecode(encoding, content) is { } text) return text;
        }
        return utf8 ?? DecodeDamaged(content);
    }

    /// <summary>Neither valid UTF-8 nor anything that was declared: UTF-8 with a few broken bytes, or Windows-1252.</summary>
    private static string DecodeDamaged(ReadOnlySpan<byte> content)
    {
        var lenient = Encoding.UTF8.GetString(content);
        var broken = lenient.AsSpan().Count('\uFFFD');
        var foreign = 0;
        foreach (var c in lenient) foreign += c > '\u007F' ? 1 : 0;
        return broken * 4 <= foreign ? lenient : Find("windows-1252")!.GetString(content);
    }

    private static (Encoding Encoding, int Length)? ByteOrderMark(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => TryDecode(StrictUtf8, content[3..]) is null ? null : (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0x00, 0x00, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>UTF-16 and UTF-32 without a mark show in the zeros around the first bracket (XML 1.0, appendix F).</summary>
    private static Encoding? Wide(ReadOnlySpan<byte> content) => content switch
    {
        [(byte)'<', 0, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        [(byte)'<', 0, ..] => Encoding.Unicode,
        [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static string? TransportCharset(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet?.Trim('"', '\'', ' ') : null;

    private static string? DeclaredCharset(ReadOnlySpan<byte> content)
    {
        var match = EncodingDeclaration().Match(Encoding.Latin1.GetString(content[..Math.Min(content.Length, 1024)]));
        return match.Success ? match.Groups[1].Value : null;
    }

    private static Encoding? Find(string name)
    {
        try
        {
            name = Superset.GetValueOrDefault(name, name);
            // A document whose declaration was read byte by byte is not in units of two or four.
            if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase))
                return null;
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return encoding.CodePage == Utf7 ? null : encoding;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> content)
    {
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            return strict.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<\?xml[^>]*?encoding\s*=\s*["']?\s*([A-Za-z][\w.:-]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex EncodingDeclaration();
}
