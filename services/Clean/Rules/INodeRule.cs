using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Rules;

/// <summary>Decides of one element whether it goes, with all that is in it.</summary>
internal interface INodeRule
{
    /// <summary>The rule's id in the ledger: its file's name in kebab case, without "rule".</summary>
    string Id { get; }

    /// <summary>How sure the rule is, 0 to 1.</summary>
    double Confidence { get; }

    /// <summary>The largest share of the page's prose that it may take at one place, 0 to 1: above it the rule must be wrong.</summary>
    double LargestShare { get; }

    /// <summary>Whether the element goes.</summary>
    bool Applies(PageNode node, RuleContext context);
}
