using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>
/// Lines that the page's own structured data (schema.org articleBody) leaves out, where what it holds is this article:
/// nearly all its paragraphs, and not cut off. Headings and lists between the paragraphs are often left out of it, the
/// standfirst always.
/// </summary>
internal static class UndeclaredLine
{
    private const int ShortestDeclared = 300;
    private const int LongestDeclared = 200_000;
    private const int MostLines = 2_000;
    private const int Compared = 60;
    private const double NearlyAll = 0.75;
    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        if (context.DeclaredBody is not { Length: <= LongestDeclared } body || lines.Count > MostLines) return;
        var declared = Line.LettersOf(body);
        if (declared.Length < ShortestDeclared) return;
        int first = -1, last = -1, covered = 0, prose = 0;
        var isDeclared = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            var letters = lines[i].Letters;
            isDeclared[i] = letters.Length == 0 || declared.Contains(letters[..Math.Min(Compared, letters.Length)], StringComparison.Ordinal);
            if (!lines[i].IsProse) continue;
            prose += letters.Length;
            if (!isDeclared[i]) continue;
            covered += letters.Length;
            last = i;
            if (first < 0) first = i;
        }
        if (first < 0 || covered < prose * NearlyAll) return;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (isDeclared[i]) continue;
            var goes = i > last || (!lines[i].IsProse && (i < first || MayGoBetween(lines[i].Block)));
            if (goes) LinePruner.Take(lines, i, "undeclared-line", 0.8);
        }
    }

    private static bool MayGoBetween(PageNode block)
    {
        for (var node = block; node is not null; node = node.Parent)
        {
            if (node.Tag.IsHeading() || node.Tag is Tag.Li or Tag.Table or Tag.Blockquote or Tag.Pre or Tag.Dl || node.Has(Marks.Embed)) return false;
            if (node.Has(Marks.Body) || node.Tag is Tag.Article or Tag.Main) return true;
        }
        return true;
    }
}
