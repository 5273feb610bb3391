using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>
/// Looks at the lines of the container one by one: what no class name gives away, the words or the place do. A rule is
/// a file of this folder, and gets what the rules before it have left.
/// </summary>
internal static class LinePruner
{
    /// <summary>Takes lines out.</summary>
    public static void Apply(PageNode container, RuleContext context)
    {
        var lines = LineReader.Read(container, context.Page);
        HeadlineLine.Remove(lines, context);
        InfoLines.Remove(lines, context);
        AuthorLine.Remove(lines, context);
        RelatedSection.Remove(lines);
        BoilerplateLine.Remove(lines);
        ConsentLine.Remove(lines, context);
        LinkLine.Remove(lines, context);
        ContactLine.Remove(lines);
        PictureLine.Remove(lines, context);
        RepeatedLine.Remove(lines);
        PullQuoteLine.Remove(lines, context);
        UndeclaredLine.Remove(lines, context);
        SignOffLine.Remove(lines);
        EmptySection.Remove(lines);
    }

    /// <summary>Takes one line out: its block, or no more than its own text where the block has other text.</summary>
    public static void Take(List<Line> lines, int at, string rule, double confidence) => Take(lines, at..(at + 1), rule, confidence);

    /// <summary>Takes several lines out.</summary>
    public static void Take(List<Line> lines, Range range, string rule, double confidence)
    {
        var (start, count) = range.GetOffsetAndLength(lines.Count);
        foreach (var line in lines.GetRange(start, count))
        {
            if (line.IsWholeBlock) line.Block.RemovedBy = new RemovalReason(rule, confidence);
            else MarkTexts(line, rule, confidence);
        }
        lines.RemoveRange(start, count);
    }

    /// <summary>Takes the text of one line out, and leaves the pictures of its block.</summary>
    public static void TakeText(List<Line> lines, int at, string rule, double confidence)
    {
        MarkTexts(lines[at], rule, confidence);
        lines.RemoveAt(at);
    }

    private static void MarkTexts(Line line, string rule, double confidence)
    {
        var reason = new RemovalReason(rule, confidence);
        foreach (var text in line.Texts) text.RemovedBy = reason;
    }
}
