using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>Text moved out of the view: positioned, indented or shifted by more than a thousand pixels.</summary>
internal sealed class OffScreenRule : INodeRule
{
    public string Id => "off-screen";

    public double Confidence => 0.95;

    public double LargestShare => 0.4;

    public bool Applies(PageNode node, RuleContext context)
    {
        if (node.Style is not { } style) return false;
        if (IsFar(style, "text-indent") || IsFar(style, "margin-left") || IsFar(style, "margin-top")) return true;
        var position = InlineStyle.Value(style, "position");
        if (!position.StartsWith("absolute", StringComparison.OrdinalIgnoreCase) && !position.StartsWith("fixed", StringComparison.OrdinalIgnoreCase))
            return false;
        return IsFar(style, "left") || IsFar(style, "top") || IsFar(style, "right") || IsFar(style, "bottom");
    }

    private static bool IsFar(string style, string property) => InlineStyle.Pixels(InlineStyle.Value(style, property)) <= -999;
}
