using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Text for screen readers only, and what a class name calls hidden.</summary>
internal sealed class HiddenClassRule : INodeRule
{
    public string Id => "hidden-class";

    public double Confidence => 0.75;

    public double LargestShare => 0.1;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.Hidden) && !node.Has(Marks.Body);
}
