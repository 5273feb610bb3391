using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>Share and follow buttons.</summary>
internal sealed class ShareRule : INodeRule
{
    public string Id => "share";

    public double Confidence => 0.9;

    public double LargestShare => 0.03;

    public bool Applies(PageNode node, RuleContext context) =>
        (node.Has(Marks.Share) && !node.Has(Marks.Body))
        || (node.Has(Marks.Social) && !node.Has(Marks.Embed) && node.Tag != Tag.Blockquote && node.ProseLength == 0);
}
