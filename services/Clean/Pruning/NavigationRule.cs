using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Menus, breadcrumbs and paging.</summary>
internal sealed class NavigationRule : INodeRule
{
    public string Id => "navigation";

    public double Confidence => 0.9;

    public double LargestShare => 0.15;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Tag is Tag.Nav or Tag.Menu || node.Attribute("role") is "navigation" or "menu" or "menubar" or "search"
        || (node.Has(Marks.Navigation) && context.ShareOf(node) < 0.05);
}
