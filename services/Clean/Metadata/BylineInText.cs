using System.Buffers;
using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>A byline that nothing but its words marks: "By Ada Lovelace", "作者：鲁迅", "（记者 胡适）".</summary>
internal static class BylineInText
{
    private const int LongestLine = 160;

    /// <summary>Lines after the headline in which a bare Chinese name is the author.</summary>
    private const int LinesOfHeadline = 6;

    // The surest label first: who wrote, who reported, who edited.
    private static readonly string[] ChineseLabels = ["作者", "撰文", "撰稿", "执笔人", "执笔", "文/", "文／", "文｜", "本报记者", "记者", "記者", "通讯员", "责任编辑", "编辑"];

    private static readonly string[] LatinLabels =
    [
        "By ", "BY ", "by ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "Written by ", "Author: ", "Author ", "Posted by ", "Autor: ", "Autor:", "Text: ", "Av ", "Af ", "Door ",
        "Words by ", "Story by ", "Di ", "Published by ",
    ];

    private static readonly SearchValues<char> EndsOfLatinName = SearchValues.Create("|•·—–/");

    /// <summary>The names, separated by commas; null if no line is a byline.</summary>
    public static string? Find(PageFacts facts)
    {
        var page = facts.Page;
        string? best = null;
        var bestLabel = ChineseLabels.Length + 1;
        var afterHeadline = -1;
        for (var i = page.Body.Index; i < page.Body.End; i++)
        {
            var node = page.Nodes[i];
            if (node == facts.HeadlineNode) afterHeadline = 0;
            if (node.Block != node || node.OwnLength < 4 || node.Tag.IsNeverText() || node.Has(Marks.Comment | Marks.Related | Marks.Footer)) continue;
            if (node.OwnLength > LongestLine * 3 && !EndsInParenthesis(page, node)) continue;
            var text = node.OwnLength > LongestLine * 3 ? LastOf(page, node) : page.TextOf(node, LongestLine);
            if (afterHeadline < LinesOfHeadline && Latin(text) is { } name) return name;
            if (afterHeadline >= 0 && node != facts.HeadlineNode && ++afterHeadline <= LinesOfHeadline && bestLabel > 3 && Bare(text) is { } bare) return bare;
            if (Chinese(text, bestLabel) is not { } found) continue;
            (best, bestLabel) = found;
        }
        return best ?? FirstLatin(facts);
    }

    private static string? FirstLatin(PageFacts facts)
    {
        foreach (var node in facts.Page.Nodes)
        {
            if (node.Block != node || node.OwnLength is < 6 or > 100 || node.Tag.IsNeverText() || node.Has(Marks.Comment | Marks.Related | Marks.Footer)) continue;
            if (Latin(facts.Page.TextOf(node, LongestLine)) is { } name) return name;
        }
        return null;
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

    private static string? Bare(string text)
    {
        if (text.Length is < 2 or > 24) return null;
        var names = ChineseNames.Leading(text);
        return names.Count > 0 && string.Concat(names).Length == text.Count(TextMeasure.IsWide) ? string.Join(", ", names) : null;
    }

    private static (string Names, int Label)? Chinese(string text, int better)
    {
        for (var label = 0; label < ChineseLabels.Length && label < better; label++)
        {
            var at = text.IndexOf(ChineseLabels[label], StringComparison.Ordinal);
            if (at < 0 || at > 100) continue;
            var rest = text.AsSpan(at + ChineseLabels[label].Length).TrimStart(" ：:　/|");
            var names = ChineseNames.Leading(rest);
            if (names.Count > 0) return (string.Join(", ", names), label);
        }
        return null;
    }

    private static string? Latin(string text)
    {
        if (text.Length is < 6 or > 100) return null;
        foreach (var label in LatinLabels)
        {
            if (!text.StartsWith(label, StringComparison.Ordinal)) continue;
            var name = text[label.Length..].Trim();
            var end = name.AsSpan().IndexOfAny(EndsOfLatinName);
            if (end > 0) name = name[..end].Trim();
            var words = name.Split(' ');
            if (name.Length is >= 4 and <= 60 && char.IsUpper(name[0]) && words.Length is >= 2 and <= 9 && words.Count(static word => word.Length > 0 && char.IsUpper(word[0])) * 2 >= words.Length) return name;
        }
        return null;
    }
}
