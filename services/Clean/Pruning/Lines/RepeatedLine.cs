namespace Ingestion.Clean.Pruning.Lines;

/// <summary>What stands on the page twice, for wide and for narrow screens, stays once.</summary>
internal static class RepeatedLine
{
    private const int Shortest = 50;

    /// <summary>Takes the later ones out.</summary>
    public static void Remove(List<Line> lines)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Length < Shortest || seen.Add(lines[i].Text)) continue;
            LinePruner.Take(lines, i, "repeated-line", 0.8);
            i--;
        }
    }
}
