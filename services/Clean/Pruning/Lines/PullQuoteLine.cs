using System.Text;
using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Pull quotes: a quotation, heading or aside that repeats a part of a paragraph.</summary>
internal static class PullQuoteLine
{
    private const int ShortestLetters = 30;
    private const int LongestText = 400;
    private const int MostSteps = 4;

    /// <summary>A page with more quotations than this is made of them.</summary>
    private const int MostQuotes = 100;

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        string? all = null;
        var quotes = 0;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].Text.Length > LongestText || !MayBe(lines[i].Block) || lines[i].Letters.Length < ShortestLetters) continue;
            if (++quotes > MostQuotes) return;
            all ??= LettersOf(lines);
            context.Page.Budget.CheckTime();
            if (all.Contains(lines[i].Letters, StringComparison.Ordinal)) LinePruner.Take(lines, i, "pull-quote", 0.8);
        }
    }

    private static bool MayBe(PageNode block)
    {
        for (var (node, steps) = (block, 0); node is not null && steps < MostSteps; node = node.Parent, steps++)
        {
            if (node.Tag is Tag.Blockquote or Tag.Aside or Tag.Figure || node.Has(Marks.Quote)) return true;
        }
        return false;
    }

    // What stands in a paragraph; a quotation does not repeat itself.
    private static string LettersOf(List<Line> lines)
    {
        var letters = new StringBuilder();
        foreach (var line in lines)
        {
            if (line.IsProse && !MayBe(line.Block)) letters.Append(line.Letters).Append('\n');
        }
        return letters.ToString();
    }
}
