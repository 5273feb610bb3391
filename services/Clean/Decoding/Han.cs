namespace Ingestion.Clean.Decoding;

/// <summary>Which characters are Han.</summary>
internal static class Han
{
    /// <summary>Whether it is a CJK unified ideograph of the basic plane: the main block or extension A.</summary>
    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    /// <summary>Whether a text holds any.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyInRange('\u3400', '\u9FFF'); at >= 0;)
        {
            if (IsHan(text[at])) return true;
            var next = text[(at + 1)..].IndexOfAnyInRange('\u3400', '\u9FFF');
            at = next < 0 ? -1 : at + 1 + next;
        }
        return false;
    }
}
