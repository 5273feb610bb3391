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
    public static void Take(List<Line> lines, int at, string rule, double confidence)
    {
        if (!lines[at].IsWholeBlock)
        {
            TakeText(lines, at, rule, confidence);
            return;
        }
        lines[at].Block.RemovedBy = new RemovalReason(rule, confidence);
        lines.RemoveAt(at);
    }

    /// <summary>Takes the text of one line out, and leaves the pictures of its block.</summary>
    public static void TakeText(List<Line> lines, int at, string rule, double confidence)
    {
        var reason = new RemovalReason(rule, confidence);
        foreach (var text in lines[at].Texts) text.RemovedBy = reason;
        lines.RemoveAt(at);
    }
}
