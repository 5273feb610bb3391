using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning;

/// <summary>The line that dates the article.</summary>
internal sealed class DateLineRule : INodeRule
{
    public string Id => "date-line";

    public double Confidence => 0.75;

    public double LargestShare => 0.01;

    public bool Applies(PageNode node, RuleContext context) =>
        (node.Has(Marks.Date) || node.Tag == Tag.Time) && !node.Has(Marks.Body) && node.TextLength < 100 && node.Block == node && !node.Tag.IsHeading();
}
