using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>Text in a box or a font too small to be seen.</summary>
internal sealed class ZeroSizeRule : INodeRule
{
    public string Id => "zero-size";

    public double Confidence => 0.9;

    public double LargestShare => 0.4;

    public bool Applies(PageNode node, RuleContext context)
    {
        if (node.Style is not { } style) return false;
        if (InlineStyle.Pixels(InlineStyle.Value(style, "font-size")) is { } font && font is >= 0 and <= 1 && !HasUnitOfOne(style)) return true;
        if (!InlineStyle.Value(style, "overflow").StartsWith("hidden", StringComparison.OrdinalIgnoreCase)) return false;
        return IsTiny(style, "height") || IsTiny(style, "width") || IsTiny(style, "max-height");
    }

    private static bool IsTiny(string style, string property) => InlineStyle.Pixels(InlineStyle.Value(style, property)) is >= 0 and <= 2;

    // "font-size: 1em" is read as 16 pixels; a bare "1" is invalid CSS and means nothing.
    private static bool HasUnitOfOne(string style)
    {
        var value = InlineStyle.Value(style, "font-size");
        return value.Length > 0 && char.IsAsciiDigit(value[^1]) && !value.StartsWith('0');
    }
}
