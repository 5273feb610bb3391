using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Looks at the lines of the container one by one: what no class name gives away, the words or the place do.</summary>
internal static class LinePruner
{
    /// <summary>Takes lines out.</summary>
    public static void Apply(PageNode container, RuleContext context)
    {
        var lines = Read(container, context.Page);
        HeadlineLine.Remove(lines, context);
        BoilerplateLine.Remove(lines);
        ConsentLine.Remove(lines, context);
        LinkLine.Remove(lines, context);
        RepeatedLine.Remove(lines);
        EmptySection.Remove(lines);
    }

    private static List<Line> Read(PageNode container, Page page)
    {
        var lines = new List<Line>();
        for (var i = container.Index; i < container.End; i++)
        {
            var node = page.Nodes[i];
            if (i > container.Index && (node.RemovedBy is not null || node.Protection == Protection.Kept) || node.Tag.IsNeverText())
            {
                i = node.End - 1;
                continue;
            }
            if (node.Protection != Protection.None || node.Block != node || node.OwnLength == 0 || node.OwnLength != node.TextLength) continue;
            lines.Add(new Line(node, page.TextOf(node)));
        }
        return lines;
    }

    /// <summary>Takes one line out.</summary>
    public static void Take(List<Line> lines, int at, string rule, double confidence)
    {
        lines[at].Block.RemovedBy = new RemovalReason(rule, confidence);
        lines.RemoveAt(at);
    }
}
