namespace Ingestion.Clean.Decoding;

/// <summary>Which characters are Han.</summary>
internal static class Han
{
    /// <summary>Whether it is a CJK unified ideograph of the basic plane: the main block or extension A.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';
}
