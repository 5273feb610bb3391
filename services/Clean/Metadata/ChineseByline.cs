using System.Buffers;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// The author of a Chinese page, as its text says: "作者：鲁迅", "（记者 胡适）", "编辑：某某", a bare name under the headline,
/// "由某某于 2005 年 8 月 12 日发表". Who wrote goes before who reported, and who reported before who edited.
/// </summary>
internal static class ChineseByline
{
    private const int LongestLine = 160;
    private const int ShortestParagraph = 50;
    private const int LongestPenName = 12;

    /// <summary>Lines after the headline in which a bare name is the author.</summary>
    private const int LinesOfHeadline = 6;

    /// <summary>Labels up to this one are surer than a bare name under the headline.</summary>
    private const int SureLabels = 11;

    private static readonly string[] Labels =
        [
            "作者", "撰文", "撰稿", "执笔人", "执笔", "文/", "文／", "文｜", "本贴由", "本帖由", "由", "本报记者", "记者", "記者", "实习生", "通讯员", "责任编辑", "责编", "编辑",
            "來源", "来源",
        ];

    // Who reports together: staff, trainees, correspondents.
    private static readonly string[] Reporters = ["本报记者", "记者", "記者", "实习生", "通讯员"];

    // "由某某于 2005 年 8 月 12 日发表", "由某某张贴 @ 03:25".
    private static readonly SearchValues<char> AfterPoster = SearchValues.Create("于於张發发@");

    // Organisations; a name does not end so.
    private const string EndsOfOrganisations = "网報报社站台刊版室部者局会院厅处科所日组";

    /// <summary>The names; none if no line is a byline.</summary>
    public static IReadOnlyList<string> Find(PageFacts facts)
    {
        var page = facts.Page;
        IReadOnlyList<string> best = [];
        var bestLabel = Labels.Length;
        var afterHeadline = -1;
        var lines = 0;
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            page.Budget.Step();
            if (node == facts.HeadlineNode) afterHeadline = 0;
            if (node.Block != node || node.OwnLength < 4 || node.Tag.IsNeverText()
                || node.Has(Marks.Comment | Marks.Related | Marks.Footer)) continue;
            // A whole line that is a link leads somewhere else.
            if (node.OwnLinkLength >= node.OwnLength) continue;
            var inParenthesis = node.OwnLength > ShortestParagraph * 3 && EndsInParenthesis(page, node);
            if (node.OwnLength > LongestLine * 3 && !inParenthesis) continue;
            var text = inParenthesis ? LastOf(page, node) : page.TextOf(node, LongestLine);
            if (afterHeadline >= 0 && node != facts.HeadlineNode && ++afterHeadline <= LinesOfHeadline && bestLabel > SureLabels
                && Bare(text) is { } bare) return bare;
            if (bestLabel < Labels.Length && lines++ < 2 && IsReporter(bestLabel) && Labelled(text, Labels.Length) is { } next
                && IsReporter(next.Label))
            {
                best = [.. best, .. next.Names.Except(best)];
                continue;
            }
            if (Labelled(text, bestLabel) is not { } found) continue;
            (best, bestLabel) = found;
            lines = 0;
        }
        return best;

        static bool IsReporter(int label) => Array.IndexOf(Reporters, Labels[label]) >= 0;
    }

    // A reporter is often named in the parenthesis that ends the last paragraph.
    private static bool EndsInParenthesis(Page page, PageNode node)
    {
        for (var i = node.End - 1; i > node.Index; i--)
        {
            if (page.Nodes[i].Tag != Tag.Text || page.Nodes[i].TextLength == 0) continue;
            var tail = page.Nodes[i].Text.TrimEnd();
            return tail.Length > 3 && tail[^1] is '）' or ')' or '】' or ']';
        }
        return false;
    }

    private static string LastOf(Page page, PageNode node)
    {
        var text = page.TextOf(node);
        var open = text.LastIndexOfAny(['（', '(', '【', '[']);
        return open < 0 || text.Length - open > 60 ? "" : text[open..];
    }

    private static List<string>? Bare(string text)
    {
        if (text.Length is < 2 or > 24 || text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        var names = ChineseNames.Leading(text);
        return names.Count > 0 && string.Concat(names).Length == text.Count(TextMeasure.IsWide) ? names : null;
    }

    private static (IReadOnlyList<string> Names, int Label)? Labelled(string text, int better)
    {
        for (var label = 0; label < better; label++)
        {
            var at = text.IndexOf(Labels[label], StringComparison.Ordinal);
            if (at is < 0 or > 100) continue;
            var rest = text.AsSpan(at + Labels[label].Length).TrimStart();
            var colon = rest.Length > 0 && rest[0] is '：' or ':';
            rest = rest.TrimStart(" ：:　/|[［【");
            if (Labels[label] is "来源" or "來源")
            {
                if (colon && ChineseNames.Leading(rest) is [var source]
                    && !EndsOfOrganisations.Contains(source[^1], StringComparison.Ordinal)) return ([source], label);
                continue;
            }
            if (Labels[label].EndsWith('由'))
            {
                if (rest.IndexOfAny(AfterPoster) is > 0 and <= LongestPenName and var end && (at == 0
                    || Labels[label].Length > 1)) return ([rest[..end].Trim().ToString()], label);
                continue;
            }
            // "该作者文章" names nobody.
            if (at > 0 && text[at - 1] is '该' or '本' or '各' && Labels[label] == "作者") continue;
            var names = ChineseNames.Leading(rest);
            if (names.Count > 0) return (names, label);
            if (colon && PenName(rest) is { } pen) return ([pen], label);
        }
        return null;
    }

    // After a colon it need not look like a name.
    private static string? PenName(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '·')) end++;
        // What a colon follows is the next label.
        if (end < text.Length && text[end] is '=' or ':' or '：') return null;
        var name = text[..end].Trim('_').ToString();
        if (name.Length is < 2 or > LongestPenName || name.Length > 4 && TextMeasure.IsWide(name[0])
            || EndsOfOrganisations.Contains(name[^1], StringComparison.Ordinal)) return null;
        var checkedNames = new List<string>();
        AuthorNames.AddTo(checkedNames, name);
        return checkedNames.FirstOrDefault();
    }
}
