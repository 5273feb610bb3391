using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>Text in the colour of its own background, or fully transparent.</summary>
internal sealed class ColourOnColourRule : INodeRule
{
    public string Id => "colour-on-colour";

    public double Confidence => 0.9;

    public double LargestShare => 0.4;

    public bool Applies(PageNode node, RuleContext context)
    {
        if (node.Style is not { } style) return false;
        if (InlineStyle.Value(style, "opacity") is { Length: > 0 } opacity && InlineStyle.Pixels(opacity) == 0) return true;
        var colour = InlineStyle.Value(style, "color");
        if (colour.IsEmpty) return false;
        if (colour.Equals("transparent", StringComparison.OrdinalIgnoreCase)) return true;
        var background = InlineStyle.Value(style, "background-color");
        if (background.IsEmpty) background = InlineStyle.Value(style, "background");
        return !background.IsEmpty && colour.Equals(background, StringComparison.OrdinalIgnoreCase);
    }
}
