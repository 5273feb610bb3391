
namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Lines that begin like those that portals put between and after paragraphs.</summary>
internal static class BoilerplateLine
{
    private const string Rule = "boilerplate-line";
    private const int Longest = 280;

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var line = lines[i];
            if (line.Text.Length > Longest) continue;
            if (BoilerplatePhrases.IsWhole(line.Lower) || BoilerplatePhrases.Starts(line.Lower)) LinePruner.Take(lines, i, Rule, 0.8);
        }
    }
}
