using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Hidden;

/// <summary>Text under the hidden attribute, or hidden from assistive technology as decoration.</summary>
internal sealed class HiddenAttributeRule : INodeRule
{
    public string Id => "hidden-attribute";

    public double Confidence => 0.9;

    public double LargestShare => 0.25;

    public bool Applies(PageNode node, RuleContext context) =>
        node.HasAttribute("hidden")
        || (node.Attribute("aria-hidden") is { } hidden && hidden.Equals("true", StringComparison.OrdinalIgnoreCase));
}
