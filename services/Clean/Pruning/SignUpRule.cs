using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Newsletter, registration and donation boxes.</summary>
internal sealed class SignUpRule : INodeRule
{
    public string Id => "sign-up";

    public double Confidence => 0.85;

    public double LargestShare => 0.2;

    public bool Applies(PageNode node, RuleContext context) =>
        node.Has(Marks.SignUp) && !node.Has(Marks.Body);
}
