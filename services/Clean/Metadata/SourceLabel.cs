using Ingestion.Clean.Parsing;
using Ingestion.Clean.PlainText;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// Whom a Chinese page took its article from, as a line at its head or foot says: "时间：2024-05-16 来源：石桥晨报". Pages that
/// copy others say it there and nowhere else.
/// </summary>
internal static class SourceLabel
{
    private const int LongestLine = 160;

    private static readonly string[] Labels = ["来源", "來源", "稿源", "出处", "出處"];

    /// <summary>The name; null if no line says one. The first line after the headline goes before those above it.</summary>
    public static string? Find(PageFacts facts)
    {
        string? above = null;
        var page = facts.Page;
        var headline = facts.HeadlineNode?.Index ?? -1;
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            page.Budget.Step();
            if (node.Block != node || node.OwnLength is < 4 or > LongestLine * 2 || node.Tag.IsNeverText()
                || node.Has(Marks.Comment | Marks.Related | Marks.Footer)) continue;
            if (Read(page.TextOf(node, LongestLine)) is not { } name) continue;
            if (i > headline) return name;
            above ??= name;
        }
        return above;
    }

    private static string? Read(string line) =>
        Array.Exists(Labels, label => line.Contains(label, StringComparison.Ordinal)) ? InfoLine.Read(line)?.Source : null;
}
