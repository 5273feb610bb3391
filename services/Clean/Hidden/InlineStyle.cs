using System.Globalization;

namespace Ingestion.Clean.Hidden;

/// <summary>Reads the few declarations of a style attribute, or of a style rule's block, that can hide text.</summary>
internal static class InlineStyle
{
    /// <summary>Whether it says display: none or visibility: hidden.</summary>
    public static bool Hides(ReadOnlySpan<char> style) =>
        Value(style, "display").StartsWith("none", StringComparison.OrdinalIgnoreCase)
        || Value(style, "visibility").StartsWith("hidden", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last value of a property; empty where it is not set.</summary>
    public static ReadOnlySpan<char> Value(ReadOnlySpan<char> style, ReadOnlySpan<char> property)
    {
        ReadOnlySpan<char> value = [];
        while (!style.IsEmpty)
        {
            var end = style.IndexOf(';');
            var declaration = end < 0 ? style : style[..end];
            style = end < 0 ? [] : style[(end + 1)..];
            var colon = declaration.IndexOf(':');
            if (colon < 0 || !declaration[..colon].Trim().Equals(property, StringComparison.OrdinalIgnoreCase)) continue;
            value = declaration[(colon + 1)..].Trim();
        }
        return value;
    }

    /// <summary>A length in pixels (em count 16, percent of the view as pixels); null where there is none.</summary>
    public static double? Pixels(ReadOnlySpan<char> value)
    {
        var digits = 0;
        while (digits < value.Length && (char.IsAsciiDigit(value[digits]) || value[digits] is '-' or '+' or '.')) digits++;
        if (!double.TryParse(value[..digits], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        var unit = value[digits..].Trim();
        if (unit.StartsWith("em", StringComparison.OrdinalIgnoreCase) || unit.StartsWith("rem", StringComparison.OrdinalIgnoreCase)) return number * 16;
        return unit.StartsWith('%') ? number * 10 : number;
    }
}
