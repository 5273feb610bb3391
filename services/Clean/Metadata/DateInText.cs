using Ingestion.Clean.Parsing;
using Ingestion.Contracts;

namespace Ingestion.Clean.Metadata;

/// <summary>The date in the page's visible text: a time element or a short line near the headline.</summary>
internal static class DateInText
{
    private const int LongestLine = 220;
    private const int LongestInline = 60;
    private const int LongestLabelled = 120;
    private const int ShortestSentence = 60;
    private const int LeastScore = -75;

    /// <summary>What it counts that a date is the one in the page's URL.</summary>
    private const int DayOfUrl = 60;

    // What stands before the day of publication.
    private static readonly string[] Labels =
        [
            "publi", "posted", "veröffentlicht", "erschienen", "pubbl", "gepubliceerd", "发表", "发布", "發佈", "發布", "發表", "時間", "时间", "日期",
            "掲載", "公開", "등록", "입력", "опубл", "yayın", "diterbit",
        ];

    /// <summary>The most likely date; null if no line has one.</summary>
    public static ArticleTime? Find(PageFacts facts, string? language)
    {
        var nodes = facts.Page.Nodes;
        var headline = facts.HeadlineNode?.Index ?? facts.Page.Body.Index;
        ArticleTime? best = null;
        var bestScore = int.MinValue;
        var urlDay = DateInUrl.Find(facts)?.Date;
        for (var i = facts.Page.Body.Index; i < facts.Page.Body.End; i++)
        {
            var node = nodes[i];
            facts.Page.Budget.Step();
            if (node.Tag == Tag.Text || node.Tag.IsNeverText()) continue;
            if (node.Has(Marks.Comment | Marks.Related | Marks.Footer) || node.Tag is Tag.Footer || (node.Has(Marks.Sidebar)
                && node.ProseLength < 500))
            {
                if (facts.Page.Body.ProseLength == 0 || node.ProseLength * 2 < facts.Page.Body.ProseLength)
                {
                    i = Math.Max(i, node.End - 1);
                    continue;
                }
            }
            var isTime = node.Tag == Tag.Time;
            var isLine = IsLine(node);
            if (!isTime && !isLine && !(node.Has(Marks.Date) && node.TextLength < LongestLine)) continue;
            var text = isTime || isLine || node.TextLength < LongestLine ? facts.Page.TextOf(node, LongestLine) : "";
            if (!HasDigit(text) && !isTime) continue;
            var time = isTime ? DateParser.Parse(node.Attribute("datetime"), language)
                ?? DateParser.Parse(text, language) : DateParser.Parse(text, language);
            if (time is null) continue;
            var score = Score(node, text, i - headline, isTime) + (time.Value.Date == urlDay ? DayOfUrl : 0);
            // The same day twice: the one that gives the time of day, too.
            var sameDay = best is { } known && known.Date == time.Value.Date;
            if (sameDay && best!.Value.Time is null && time.Value.Time is not null) best = time;
            if (score <= bestScore) continue;
            (best, bestScore) = (sameDay && time.Value.Time is null ? best : time, score);
        }
        return bestScore > LeastScore ? best : null;
    }

    // A short block, or a short inline element of a block that is long or holds other blocks.
    private static bool IsLine(PageNode node) => node.Block == node
        ? node.OwnLength is > 5 and < LongestLine && node.TextLength - node.OwnLength < LongestLabelled
        : node.TextLength is > 5 and < LongestInline && !IsLine(node.Block);

    private static int Score(PageNode node, string text, int distance, bool isTime)
    {
        var score = 0;
        if (isTime) score += 20;
        if (isTime && node.HasAttribute("pubdate")) score += 20;
        if (node.Has(Marks.Date)) score += 20;
        if (node.Has(Marks.Meta | Marks.Byline)) score += 10;
        // Before the headline stands the date of today, in the page's header, if not that of the article right above it.
        if (distance >= 0) score += Math.Max(-20, 40 - distance / 5);
        else score += Math.Max(-45, 20 + distance);
        // A sentence tells of days; it does not date the page.
        if (!isTime && !node.Has(Marks.Date | Marks.Meta | Marks.Byline) && text.Length > ShortestSentence
            && text[^1] is '.' or '。' or '!' or '?') score -= 30;
        if (node.InLink || node.LinkLength > 0) score -= 10;
        score -= text.Length / 10;
        if (text.Contains('©', StringComparison.Ordinal) || text.Contains("copyright", StringComparison.OrdinalIgnoreCase)) score -= 60;
        if (text.Length < LongestLabelled
            && Array.Exists(Labels, label => text.Contains(label, StringComparison.OrdinalIgnoreCase))) score += 25;
        if (text.Contains("updated", StringComparison.OrdinalIgnoreCase)
            || text.Contains("modified", StringComparison.OrdinalIgnoreCase)) score -= 10;
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
