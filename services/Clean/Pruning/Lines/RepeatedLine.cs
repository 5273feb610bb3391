namespace Ingestion.Clean.Pruning.Lines;

/// <summary>
/// What stands on the page twice, for wide and for narrow screens, stays once. That is more than one line in a row: a
/// single one may be repeated by its author.
/// </summary>
internal static class RepeatedLine
{
    private const int Shortest = 50;
    private const int ShortestRun = 2;

    /// <summary>Takes the later ones out.</summary>
    public static void Remove(List<Line> lines)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isRepeated = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++) isRepeated[i] = lines[i].Text.Length >= Shortest && !seen.Add(lines[i].Text);
        for (var end = lines.Count; end > 0; end--)
        {
            var run = 0;
            while (run < end && IsRun(lines, isRepeated, end - run - 1)) run++;
            if (run == 0) continue;
            var repeated = isRepeated.AsSpan(end - run, run).Count(true);
            for (var i = end - 1; i >= end - run && repeated >= ShortestRun; i--)
            {
                if (isRepeated[i]) LinePruner.Take(lines, i, "repeated-line", 0.8);
            }
            end -= run - 1;
        }
    }

    // Short lines neither make a run nor end it.
    private static bool IsRun(List<Line> lines, bool[] isRepeated, int at) => isRepeated[at] || lines[at].Text.Length < Shortest;
}
