using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Lines that say what portals put around and between paragraphs, see <see cref="BoilerplatePhrases"/>.</summary>
internal static class BoilerplateLine
{
    private const string Rule = "boilerplate-line";
    private const int Longest = 280;

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (Is(lines[i])) LinePruner.Take(lines, i, Rule, 0.8);
        }
    }

    private static bool Is(Line line)
    {
        var text = line.Lower;
        if (text.Length > Longest) return false;
        if (BoilerplatePhrases.IsWhole(text) || BoilerplatePhrases.Starts(text) || BoilerplatePhrases.Holds(text)) return true;
        return line.Block.Tag is not (Tag.Li or Tag.Td or Tag.Th) && !line.Block.Tag.IsHeading() && (!line.IsProse || line.LinkDensity > 0.5)
            && BoilerplatePhrases.StartsShort(text);
    }
}
