using Ingestion.Clean.Parsing;

namespace Ingestion.Clean.Metadata;

/// <summary>A byline that nothing but its words marks: "By Ada Lovelace", "作者：鲁迅".</summary>
internal static class BylineInText
{
    private static readonly string[] ChineseLabels = ["作者：", "作者:", "文/", "文／", "撰文：", "作者 "];
    private static readonly string[] LatinLabels = ["By ", "BY ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "Di ", "Written by ", "Author: ", "Autor: ", "Autor:", "Text: ", "Av ", "Af ", "Door "];

    /// <summary>The names as written; null if no line is a byline.</summary>
    public static string? Find(PageFacts facts)
    {
        var nodes = facts.Page.Nodes;
        for (var i = facts.Page.Body.Index; i < facts.Page.Body.End; i++)
        {
            var node = nodes[i];
            if (node.Tag != Tag.Text || node.TextLength is < 4 or > 300) continue;
            var text = Whitespace.Collapse(node.Text);
            foreach (var label in ChineseLabels)
            {
                var at = text.IndexOf(label, StringComparison.Ordinal);
                if (at < 0 || at > 60) continue;
                var name = text[(at + label.Length)..].Trim();
                var end = name.IndexOfAny([' ', '　', '|', '(', '（', '。', ']', '】', '时', '来', '日']);
                if (end > 0) name = name[..end];
                if (name.Length is >= 2 and <= 12) return name;
            }
            if (text.Length > 80) continue;
            foreach (var label in LatinLabels)
            {
                if (!text.StartsWith(label, StringComparison.Ordinal)) continue;
                var name = text[label.Length..].Trim();
                if (name.Length is >= 5 and <= 60 && char.IsUpper(name[0]) && name.Contains(' ', StringComparison.Ordinal)) return name;
            }
        }
        return null;
    }
}
