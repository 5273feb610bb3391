using Ingestion.Clean.Parsing;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Lines at either end of the article that are an author's name, or at its end begin with it: what the author is like.</summary>
internal static class AuthorLine
{
    private const string Rule = "author-line";
    private const int LinesOfEnd = 5;
    private const int ShortestName = 6;
    private const int LongestBio = 700;

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        foreach (var author in context.Authors)
        {
            var name = Line.LettersOf(author);
            if (TextMeasure.Of(name).Length < ShortestName) continue;
            for (var i = lines.Count - 1; i >= 0; i--)
            {
                if (i >= LinesOfEnd && i < lines.Count - LinesOfEnd) continue;
                var line = lines[i];
                var isBio = author.Contains(' ', StringComparison.Ordinal) && i >= lines.Count - LinesOfEnd && i > 0 && line.Text.Length <= LongestBio && line.Text.StartsWith(author, StringComparison.OrdinalIgnoreCase);
                if (isBio || (line.Text.Length < author.Length * 2 && line.Letters == name)) LinePruner.Take(lines, i, Rule, 0.75);
            }
        }
    }
}
