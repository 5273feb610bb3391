using System.Text;

namespace Ingestion.Clean.Decoding;

/// <summary>The legacy character sets, which .NET hands out only after their provider was registered.</summary>
internal static class CodePages
{
    // The framework's own replacement fallback puts in a question mark, which a page may have meant.
    private static readonly DecoderFallback Unreadable = new DecoderReplacementFallback("\uFFFD");

    static CodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A character set by its Windows code page, replacing what it cannot read with U+FFFD.</summary>
    public static Encoding Get(int codePage) =>
        Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, Unreadable);
}
