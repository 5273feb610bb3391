using System.Collections.Frozen;
using System.Text;

namespace Ingestion.Clean.Decoding;

/// <summary>
/// Character sets by the labels that pages use. Labels of old subsets name the superset that pages really use, as in the
/// WHATWG Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels): gb2312 is gb18030, iso-8859-1 is windows-1252.
/// </summary>
internal static class CharsetLabel
{
    private static readonly FrozenDictionary<string, string> NameOf = Read(
        "utf-8: utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
        "gb18030: gb2312 gb_2312 gb_2312-80 gb-2312 gbk x-gbk gb18030-2000 gb-18030 cp936 ms936 windows-936 chinese csgb2312 csiso58gb231280 iso-ir-58 euc-cn",
        "big5: big5-hkscs cn-big5 csbig5 x-x-big5 big-5 cp950 ms950",
        "shift_jis: shift-jis sjis x-sjis csshiftjis ms_kanji ms932 windows-31j cp932",
        "euc-jp: x-euc-jp cseucpkdfmtjapanese eucjp",
        "iso-2022-jp: csiso2022jp",
        "euc-kr: cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 ms949 uhc euckr",
        "windows-1252: ansi_x3.4-1968 ascii us-ascii cp1252 x-cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 latin1 latin-1 l1",
        "windows-1250: cp1250 x-cp1250",
        "windows-1251: cp1251 x-cp1251 win-1251 win1251 cp-1251",
        "windows-1253: cp1253 x-cp1253",
        "windows-1254: cp1254 x-cp1254 iso-8859-9 iso8859-9 iso_8859-9 latin5 l5",
        "windows-1255: cp1255 x-cp1255",
        "windows-1256: cp1256 x-cp1256",
        "windows-1257: cp1257 x-cp1257",
        "windows-1258: cp1258 x-cp1258",
        "windows-874: dos-874 iso-8859-11 iso8859-11 tis-620 tis620",
        "iso-8859-2: iso8859-2 iso_8859-2 latin2 l2 csisolatin2",
        "iso-8859-3: latin3 l3", "iso-8859-4: latin4 l4",
        "iso-8859-5: iso8859-5 cyrillic", "iso-8859-6: iso8859-6 arabic", "iso-8859-7: iso8859-7 greek", "iso-8859-8: iso8859-8 iso-8859-8-i hebrew",
        "iso-8859-13: iso8859-13", "iso-8859-15: iso8859-15 iso_8859-15 latin9 latin-9 l9",
        "koi8-r: koi koi8 koi8_r cskoi8r", "koi8-u: koi8-ru",
        "ibm866: 866 cp866 csibm866", "macintosh: mac x-mac-roman csmacintosh", "x-mac-cyrillic: x-mac-ukrainian",
        "utf-16le: utf-16 ucs-2 iso-10646-ucs-2 unicode csunicode unicodefeff", "utf-16be: unicodefffe");

    private static readonly FrozenDictionary<string, int> CodePageOf = new Dictionary<string, int>
    {
        ["utf-8"] = 65001,
        ["gb18030"] = 54936,
        ["big5"] = 950,
        ["shift_jis"] = 932,
        ["euc-jp"] = 51932,
        ["iso-2022-jp"] = 50220,
        ["euc-kr"] = 949,
        ["windows-1250"] = 1250,
        ["windows-1251"] = 1251,
        ["windows-1252"] = 1252,
        ["windows-1253"] = 1253,
        ["windows-1254"] = 1254,
        ["windows-1255"] = 1255,
        ["windows-1256"] = 1256,
        ["windows-1257"] = 1257,
        ["windows-1258"] = 1258,
        ["windows-874"] = 874,
        ["iso-8859-2"] = 28592,
        ["iso-8859-3"] = 28593,
        ["iso-8859-4"] = 28594,
        ["iso-8859-5"] = 28595,
        ["iso-8859-6"] = 28596,
        ["iso-8859-7"] = 28597,
        ["iso-8859-8"] = 28598,
        ["iso-8859-13"] = 28603,
        ["iso-8859-15"] = 28605,
        ["koi8-r"] = 20866,
        ["koi8-u"] = 21866,
        ["ibm866"] = 866,
        ["macintosh"] = 10000,
        ["x-mac-cyrillic"] = 10007,
        ["utf-16le"] = 1200,
        ["utf-16be"] = 1201,
    }.ToFrozenDictionary();

    /// <summary>The name of the character set that a label stands for; null if it is none that pages may use.</summary>
    public static string? Resolve(string? label)
    {
        if (label is null) return null;
        label = label.Trim(' ', '\t', '\r', '\n', '\f', '"', '\'', ';', ',').ToLowerInvariant();
        return NameOf.GetValueOrDefault(label);
    }

    /// <summary>The character set with a name that <see cref="Resolve"/> gave; what it cannot read becomes U+FFFD.</summary>
    public static Encoding Encoding(string name) => CodePages.Get(CodePageOf[name]);

    private static FrozenDictionary<string, string> Read(params string[] lines)
    {
        var names = new Dictionary<string, string>();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            var name = line[..colon];
            names[name] = name;
            foreach (var label in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)) names[label] = name;
        }
        return names.ToFrozenDictionary();
    }
}
