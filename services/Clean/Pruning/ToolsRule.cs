using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Print, listen, save and text size.</summary>
internal sealed class ToolsRule : INodeRule
{
    public string Id => "tools";

    public double Confidence => 0.8;

    public double LargestShare => 0.02;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Tools) && !node.Has(Marks.Body);
}
