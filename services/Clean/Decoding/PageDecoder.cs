using System.Text;
using Ingestion.Contracts;

namespace Ingestion.Clean.Decoding;

/// <summary>Reads bytes as text: byte order mark, header, meta, then detection; valid UTF-8 is never read as anything else.</summary>
internal static class PageDecoder
{
    private const int Sampled = 4096;

    /// <summary>Decodes a page. What cannot be read becomes U+FFFD; nothing throws.</summary>
    /// <param name="content">The bytes as received.</param>
    /// <param name="contentType">Their media type, with its charset if one was declared.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> content, string contentType)
    {
        var (name, mark) = ByteOrderMark(content);
        if (name is not null) return DecodedText.Read(content[mark..], name);

        var declared = DeclaredCharset.Find(content, contentType);
        name = Utf16WithoutMark(content) ?? Choose(content, declared);
        var text = DecodedText.Read(content, name);
        text.Warnings = Doubts(name, declared, text.Memory.Span);
        return text;
    }

    private static string Choose(ReadOnlySpan<byte> content, string? declared)
    {
        var utf8 = Utf8Check.Of(content);
        // ISO-2022-JP is written in ASCII bytes, shifted by escape sequences.
        if (utf8.IsAscii) return content.IndexOf("\e$B"u8) >= 0 || content.IndexOf("\e$@"u8) >= 0 ? "iso-2022-jp" : "utf-8";
        if (utf8.IsValid || utf8.IsDamaged) return "utf-8";
        // A few characters alone prove nothing, but where UTF-8 is declared most of it has to be broken to be something else.
        if (declared == "utf-8" && utf8.Characters > utf8.Errors) return "utf-8";
        return Misreading.Correct(content, CharsetDetector.Detect(content, declared is "utf-16le" or "utf-16be" or "iso-2022-jp" ? null : declared));
    }

    private static (string? Name, int Length) ByteOrderMark(ReadOnlySpan<byte> content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => ("utf-8", 3),
        [0xFE, 0xFF, ..] => ("utf-16be", 2),
        [0xFF, 0xFE, ..] => ("utf-16le", 2),
        _ => (null, 0),
    };

    /// <summary>Markup in UTF-16 has a zero in every other byte; text in any other character set hardly has any.</summary>
    private static string? Utf16WithoutMark(ReadOnlySpan<byte> content)
    {
        var sample = content[..Math.Min(content.Length, Sampled)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        var pairs = sample.Length / 2;
        if (pairs < 4) return null;
        return odd * 5 > pairs && even * 20 < odd ? "utf-16le" : even * 5 > pairs && odd * 20 < even ? "utf-16be" : null;
    }

    private static List<Warning> Doubts(string name, string? declared, ReadOnlySpan<char> text)
    {
        var doubts = new List<Warning>();
        if (declared is not null && declared != name && !Ascii.IsValid(text))
            doubts.Add(new Warning("charset-mislabelled", $"The page says it is in {declared}, but its bytes are {name}; it was read so."));
        var lost = text.Count('\uFFFD');
        if (lost > 0) doubts.Add(new Warning("charset-undecodable", $"{lost} places could not be read in {name}; they show as U+FFFD."));
        return doubts;
    }
}
