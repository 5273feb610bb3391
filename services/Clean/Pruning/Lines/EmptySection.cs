using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Headings at the end that nothing follows any more.</summary>
internal static class EmptySection
{
    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines)
    {
        while (lines.Count > 1 && lines[^1].Block.Tag.IsHeading()) LinePruner.Take(lines, lines.Count - 1, "empty-section", 0.8);
    }
}
