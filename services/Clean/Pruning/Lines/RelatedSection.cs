using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>A line that heads links to other articles ("Read next"), and the links, cards and short lines that follow it.</summary>
internal static class RelatedSection
{
    private const string Rule = "related-section";
    private const int LongestHeading = 60;

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Length > LongestHeading || !BoilerplatePhrases.IsSection(lines[i].Lower)) continue;
            var end = i + 1;
            while (end < lines.Count && Follows(lines[end])) end++;
            LinePruner.Take(lines, i..end, Rule, 0.75);
            i--;
        }
    }

    // A heading without a link begins a section of the article again.
    private static bool Follows(Line line) => line.LinkDensity > 0.5 || !line.IsProse && !line.Block.Tag.IsHeading() && !line.EndsSentence;
}
