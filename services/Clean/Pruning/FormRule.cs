using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Forms; a form around the whole page stays.</summary>
internal sealed class FormRule : INodeRule
{
    public string Id => "form";

    public double Confidence => 0.85;

    public double LargestShare => 0.1;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Tag is Tag.Form or Tag.Fieldset or Tag.Label;
}
