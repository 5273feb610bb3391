using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>A byline that nothing but its words marks: "By Ada Lovelace", "作者：鲁迅".</summary>
internal static class BylineInText
{
    private const int LongestLine = 160;

    private static readonly string[] ChineseLabels = ["作者：", "作者:", "作者／", "作者/", "文/", "文／", "文｜", "撰文：", "撰稿：", "本报记者", "记者：", "记者", "記者", "作者 "];

    private static readonly string[] LatinLabels =
    [
        "By ", "BY ", "by ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "Written by ", "Author: ", "Author ", "Posted by ", "Autor: ", "Autor:", "Text: ", "Av ", "Af ", "Door ",
        "Words by ", "Story by ", "Di ", "Published by ",
    ];

    /// <summary>The names as written; null if no line is a byline.</summary>
    public static string? Find(PageFacts facts)
    {
        var nodes = facts.Page.Nodes;
        for (var i = facts.Page.Body.Index; i < facts.Page.Body.End; i++)
        {
            var node = nodes[i];
            if (node.Block != node || node.OwnLength is < 4 or > LongestLine * 3 || node.Tag.IsNeverText()) continue;
            if (node.Has(Marks.Comment | Marks.Related | Marks.Footer) || node.TextLength > LongestLine * 3) continue;
            var text = facts.Page.TextOf(node, LongestLine);
            if ((Chinese(text) ?? Latin(text)) is { } name) return name;
        }
        return null;
    }

    private static string? Chinese(string text)
    {
        foreach (var label in ChineseLabels)
        {
            var at = text.IndexOf(label, StringComparison.Ordinal);
            if (at < 0 || at > 100) continue;
            var name = text[(at + label.Length)..].TrimStart(' ', '：', ':', '　', '/', '|');
            var end = name.AsSpan().IndexOfAny(EndsOfChineseName);
            if (end > 0) name = name[..end];
            // "记者 " also begins sentences; a name is two to four characters.
            if (name.Length >= 2 && name.Length <= (label.StartsWith('记') || label.StartsWith('記') || label.StartsWith('本') ? 4 : 12)) return name;
        }
        return null;
    }

    private static readonly System.Buffers.SearchValues<char> EndsOfChineseName =
        System.Buffers.SearchValues.Create(" 　|(（。，,；;]】)）<>《[【·\t发编时来日责摄0123456789");

    private static readonly System.Buffers.SearchValues<char> EndsOfLatinName = System.Buffers.SearchValues.Create("|•·—–/");

    private static string? Latin(string text)
    {
        if (text.Length > 100) return null;
        foreach (var label in LatinLabels)
        {
            if (!text.StartsWith(label, StringComparison.Ordinal)) continue;
            var name = text[label.Length..].Trim();
            var end = name.AsSpan().IndexOfAny(EndsOfLatinName);
            if (end > 0) name = name[..end].Trim();
            var words = name.Split(' ');
            if (name.Length is >= 4 and <= 60 && char.IsUpper(name[0]) && words.Length is >= 2 and <= 9 && words.Count(static word => char.IsUpper(word[0])) * 2 >= words.Length) return name;
        }
        return null;
    }
}
