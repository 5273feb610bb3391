namespace Ingestion.Clean.Comparison;

/// <summary>Which lines a text lost and gained: what is not in the longest common subsequence of its lines.</summary>
internal static class LineDiff
{
    /// <summary>Cells of the table beyond which lines are compared as a set, without their order: two texts of 2,000 other lines.</summary>
    private const long LargestTable = 4_000_000;

    /// <summary>The lines that are only before and only after, each in its order.</summary>
    public static (IReadOnlyList<string> Removed, IReadOnlyList<string> Added) Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;
        var (endBefore, endAfter) = (before.Count, after.Count);
        while (endBefore > start && endAfter > start && before[endBefore - 1] == after[endAfter - 1]) (endBefore, endAfter) = (endBefore - 1, endAfter - 1);
        var middleBefore = before.Skip(start).Take(endBefore - start).ToList();
        var middleAfter = after.Skip(start).Take(endAfter - start).ToList();
        return (long)middleBefore.Count * middleAfter.Count > LargestTable
            ? (Without(middleBefore, middleAfter), Without(middleAfter, middleBefore))
            : Compare(middleBefore, middleAfter);
    }

    private static (List<string>, List<string>) Compare(List<string> before, List<string> after)
    {
        // common[i, j]: the longest common subsequence of what follows before[i] and after[j].
        var common = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        var (removed, added) = (new List<string>(), new List<string>());
        var (b, a) = (0, 0);
        while (b < before.Count || a < after.Count)
        {
            if (b < before.Count && a < after.Count && before[b] == after[a]) (b, a) = (b + 1, a + 1);
            else if (a == after.Count || (b < before.Count && common[b + 1, a] >= common[b, a + 1])) removed.Add(before[b++]);
            else added.Add(after[a++]);
        }
        return (removed, added);
    }

    private static List<string> Without(List<string> lines, List<string> others)
    {
        var known = others.ToHashSet();
        return lines.FindAll(line => !known.Contains(line));
    }
}
