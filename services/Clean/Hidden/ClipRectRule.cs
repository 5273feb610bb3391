using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>Text cut off by a clip rectangle or an inset of nothing.</summary>
internal sealed class ClipRectRule : INodeRule
{
    public string Id => "clip-rect";

    public double Confidence => 0.9;

    public double LargestShare => 0.4;

    public bool Applies(PageNode node, RuleContext context)
    {
        if (node.Style is not { } style) return false;
        var clip = InlineStyle.Value(style, "clip");
        if (clip.StartsWith("rect(", StringComparison.OrdinalIgnoreCase) && IsNothing(clip)) return true;
        var path = InlineStyle.Value(style, "clip-path");
        return path.StartsWith("inset(50%", StringComparison.OrdinalIgnoreCase) || path.StartsWith("inset(100%", StringComparison.OrdinalIgnoreCase);
    }

    // rect(0 0 0 0), rect(1px, 1px, 1px, 1px): four sides that leave no area.
    private static bool IsNothing(ReadOnlySpan<char> clip)
    {
        foreach (var c in clip[5..])
        {
            if (char.IsAsciiDigit(c) && c > '1') return false;
        }
        return clip.IndexOf("auto", StringComparison.OrdinalIgnoreCase) < 0;
    }
}
