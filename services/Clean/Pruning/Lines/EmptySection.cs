using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Headings at the end that nothing follows any more.</summary>
internal static class EmptySection
{
    /// <summary>More headings in a row than this are what the author wrote as headings for their looks.</summary>
    private const int MostHeadings = 3;

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines)
    {
        var headings = 0;
        while (headings < lines.Count && lines[^(headings + 1)].Block.Tag.IsHeading()) headings++;
        if (headings == lines.Count || headings > MostHeadings) return;
        for (; headings > 0; headings--) LinePruner.Take(lines, lines.Count - 1, "empty-section", 0.8);
    }
}
