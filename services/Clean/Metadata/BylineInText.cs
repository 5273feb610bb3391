using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>A byline that nothing but its words marks: "By Ada Lovelace", or "Written by" and the name in the next line.</summary>
internal static class BylineInText
{
    private const int LongestLine = 160;
    private const int LongestLabelled = 110;

    private static readonly string[] Explicit =
    [
        "written by ", "written by: ", "author: ", "authors: ", "authored by ", "authored by: ", "contributors: ", "autor: ",
        "autorin: ", "auteur : ", "autore: ",
    ];

    /// <summary>Lines after the headline in which a name beside a date is the author.</summary>
    private const int LinesOfHeadline = 8;

    private static readonly string[] Ends = [" | ", " • ", " · ", " — ", " – ", " / ", "|", "●", "•", "·"];

    /// <summary>The names; none if no line is a byline.</summary>
    public static List<string> Find(PageFacts facts)
    {
        var page = facts.Page;
        var afterLabel = false;
        var afterHeadline = 0;
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            page.Budget.Step();
            if (node.Tag == Tag.Text) continue;
            if (node.Tag.IsNeverText() || BylineOnPage.IsAround(node, page, facts.HeadlineNode))
            {
                i = node.End - 1;
                continue;
            }
            if (node == facts.HeadlineNode) afterHeadline = 1;
            if (node.Tag is Tag.Nav or Tag.Footer || node == facts.HeadlineNode)
            {
                i = node == facts.HeadlineNode || !(facts.HeadlineNode is { } headline && node.Contains(headline)) ? node.End - 1 : i;
                continue;
            }
            if (node.Block != node || node.OwnLength is < 2 or > LongestLine) continue;
            var text = page.TextOf(node, LongestLine);
            if (afterLabel)
            {
                var named = new List<string>();
                AuthorNames.AddFullTo(named, text);
                if (named.Count > 0) return named;
            }
            afterLabel = AuthorWords.IsLabel(text);
            var names = Read(text);
            if (names.Count > 0) return names;
            if (afterHeadline > 0 && afterHeadline++ <= LinesOfHeadline && BesideDate(text, facts.ShortLanguage) is { } name) return [name];
        }
        return [];
    }

    // "Ada Lovelace | 19 July 2023", and nothing else.
    private static string? BesideDate(string text, string? language)
    {
        var parts = text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length is 2 or 3 && PersonName.IsFull(parts[0]) && DateParser.Parse(parts[1], language) is not null ? parts[0] : null;
    }

    /// <summary>The names in a line that begins as a byline does; none if it does not, or goes on with something else.</summary>
    public static List<string> Read(string text)
    {
        var names = new List<string>();
        if (text.Length is < 6 or > LongestLabelled || TextMeasure.IsWide(text[0])) return names;
        var rest = AuthorWords.WithoutLabel(text);
        if (rest.Length == text.Length) return names;
        foreach (var end in Ends)
        {
            if (rest.IndexOf(end, StringComparison.Ordinal) is > 0 and var at) rest = rest[..at];
        }
        // What such words announce is the author, whatever it looks like.
        if (Array.Exists(Explicit, label => text.StartsWith(label, StringComparison.OrdinalIgnoreCase)))
        {
            AuthorNames.AddTo(names, rest);
            return rest.Length < 50 ? names : [];
        }
        AuthorNames.AddFullTo(names, rest);
        // "From engagement to wedding, by Ada Lovelace" does not begin with a name.
        return names.Count > 0 && rest.StartsWith(names[0], StringComparison.Ordinal) ? names : [];
    }
}
