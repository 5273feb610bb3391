namespace Ingestion.Clean.PlainText;

/// <summary>Rule <c>after-article</c>: comments, related articles and buttons under the body.</summary>
internal static class AfterArticle
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "after-article";

    private const double LargestShare = 0.4;

    /// <summary>Takes it away, from the heading that announces it on, if that leaves the greater part of the text.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="start">The first line of the body.</param>
    public static void RemoveFrom(TextLines lines, int start)
    {
        var filled = lines.Filled(start).ToList();
        var total = filled.Sum(i => lines[i].Text.Length);
        var before = 0;
        for (var f = 0; f < filled.Count; f++)
        {
            var line = lines[filled[f]].Text;
            if (before > 0 && total - before <= total * LargestShare && Boilerplate.IsTailHeading(line) && IsApart(lines, filled[f]))
            {
                foreach (var i in filled[f..]) lines.Remove(i, Rule, 0.9);
                return;
            }
            before += line.Length;
        }
    }

    // In Chinese a short line is never the rest of a wrapped paragraph by accident of its words; in English "comments" may be.
    private static bool IsApart(TextLines lines, int index) => lines.StandsAlone(index) || Prose.IsWide(lines[index].Text[0]);
}
