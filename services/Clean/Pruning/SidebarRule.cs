using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>What stands beside the article.</summary>
internal sealed class SidebarRule : INodeRule
{
    public string Id => "sidebar";

    public double Confidence => 0.8;

    public double LargestShare => 0.25;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Tag == Tag.Aside || node.Attribute("role") == "complementary" || (node.Has(Marks.Sidebar) && !node.Has(Marks.Body));
}
