using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>The rules against text that a reader of the page never saw.</summary>
internal static class HiddenRules
{
    /// <summary>All of them, the surest first.</summary>
    public static readonly INodeRule[] All =
    [
        new DisplayNoneRule(),
        new HiddenAttributeRule(),
        new OffScreenRule(),
        new ZeroSizeRule(),
        new ClipRectRule(),
        new ColourOnColourRule(),
        new RandomNameRule(),
        new StyleSheetHiddenRule(),
        new LinkFarmRule(),
    ];
}
