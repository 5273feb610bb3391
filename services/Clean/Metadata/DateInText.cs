using Ingestion.Clean.Parsing;
using Ingestion.Contracts;

namespace Ingestion.Clean.Metadata;

/// <summary>The date in the page's visible text: a time element or a short line near the headline.</summary>
internal static class DateInText
{
    private const int LongestLine = 220;

    /// <summary>The most likely date; null if no line has one.</summary>
    public static ArticleTime? Find(PageFacts facts, string? language)
    {
        var nodes = facts.Page.Nodes;
        var headline = facts.HeadlineNode?.Index ?? facts.Page.Body.Index;
        ArticleTime? best = null;
        var bestScore = int.MinValue;
        for (var i = facts.Page.Body.Index; i < facts.Page.Body.End; i++)
        {
            var node = nodes[i];
            if (node.Tag == Tag.Text || node.Tag.IsNeverText()) continue;
            if (node.Has(Marks.Comment | Marks.Related | Marks.Footer) || node.Tag is Tag.Footer || (node.Has(Marks.Sidebar) && node.ProseLength < 500))
            {
                if (facts.Page.Body.ProseLength == 0 || node.ProseLength * 2 < facts.Page.Body.ProseLength)
                {
                    i = Math.Max(i, node.End - 1);
                    continue;
                }
            }
            var isTime = node.Tag == Tag.Time;
            var isLine = node.Block == node && node.OwnLength is > 5 and < LongestLine;
            if (!isTime && !isLine && !(node.Has(Marks.Date) && node.TextLength < LongestLine)) continue;
            var text = isTime || isLine || node.TextLength < LongestLine ? facts.Page.TextOf(node, LongestLine) : "";
            if (!HasDigit(text) && !isTime) continue;
            var time = isTime ? DateParser.Parse(node.Attribute("datetime"), language) ?? DateParser.Parse(text, language) : DateParser.Parse(text, language);
            if (time is null) continue;
            var score = Score(node, text, i - headline, isTime);
            if (score <= bestScore) continue;
            (best, bestScore) = (time, score);
        }
        return bestScore > -50 ? best : null;
    }

    private static int Score(PageNode node, string text, int distance, bool isTime)
    {
        var score = 0;
        if (isTime) score += 20;
        if (isTime && node.HasAttribute("pubdate")) score += 20;
        if (node.Has(Marks.Date)) score += 20;
        if (node.Has(Marks.Meta | Marks.Byline)) score += 10;
        if (distance >= 0) score += Math.Max(0, 40 - distance / 5);
        else score -= Math.Min(60, -distance / 5);
        if (node.InLink || node.LinkLength > 0) score -= 10;
        score -= text.Length / 10;
        if (text.Contains('©', StringComparison.Ordinal) || text.Contains("copyright", StringComparison.OrdinalIgnoreCase)) score -= 60;
        if (text.Contains("publi", StringComparison.OrdinalIgnoreCase) || text.Contains("posted", StringComparison.OrdinalIgnoreCase)) score += 15;
        if (text.Contains("updated", StringComparison.OrdinalIgnoreCase) || text.Contains("modified", StringComparison.OrdinalIgnoreCase)) score -= 10;
        return score;
    }

    private static bool HasDigit(string text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c)) return true;
        }
        return false;
    }
}
