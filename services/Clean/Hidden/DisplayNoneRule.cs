using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>Text that display: none or visibility: hidden keeps from sight.</summary>
internal sealed class DisplayNoneRule : INodeRule
{
    public string Id => "display-none";

    public double Confidence => 0.95;

    public double LargestShare => 0.4;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Style is { } style && InlineStyle.Hides(style);
}
