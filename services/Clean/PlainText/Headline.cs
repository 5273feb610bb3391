namespace Ingestion.Clean.PlainText;

/// <summary>Finds the line that is the headline.</summary>
internal static class Headline
{
    private const int LinesOfHead = 15;
    private const int LongestMadeUp = 80;

    /// <summary>The index of the headline's line; -1 if no line is one.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="hint">The headline that the sender gave, if any.</param>
    public static int Find(TextLines lines, string? hint)
    {
        var head = lines.Filled().Take(LinesOfHead).ToList();
        var hinted = hint is null ? -1 : head.FindIndex(i => TextOf(lines[i].Text) == hint);
        if (hinted >= 0) return head[hinted];
        if (EndOfBreadcrumb(lines, head) is { } named) return named;
        if (AboveInfo(lines, head) is { } above) return above;
        return hint is null ? FirstOwnLine(lines, head) ?? -1 : -1;
    }

    /// <summary>A headline's text without the marks of Markdown.</summary>
    public static string TextOf(string line) => line.StartsWith('#') ? line.TrimStart('#').Trim() : line;

    /// <summary>A headline for a text that has none: its beginning, cut at the end of a sentence or between words.</summary>
    public static string MakeUp(string paragraph)
    {
        var end = paragraph.AsSpan().IndexOfAny("。！？");
        if (end < 0) end = paragraph.IndexOf(". ", StringComparison.Ordinal);
        if (end >= 0 && end < LongestMadeUp) return paragraph[..(end + 1)].TrimEnd('.', '。');
        if (paragraph.Length <= LongestMadeUp) return paragraph;
        var blank = paragraph.LastIndexOf(' ', LongestMadeUp);
        var cut = blank > LongestMadeUp / 2 ? blank : char.IsHighSurrogate(paragraph[LongestMadeUp - 1]) ? LongestMadeUp - 1 : LongestMadeUp;
        return paragraph[..cut] + "…";
    }

    /// <summary>The line that repeats the last step of a breadcrumb above it.</summary>
    private static int? EndOfBreadcrumb(TextLines lines, List<int> head)
    {
        for (var h = 0; h < head.Count; h++)
        {
            if (Breadcrumb.LastStep(lines[head[h]].Text) is not { } step) continue;
            var same = head.FindIndex(h + 1, i => lines[i].Text == step);
            if (same >= 0) return head[same];
        }
        return null;
    }

    /// <summary>The line above the one that names author, time or source, if no sentence of the body came before.</summary>
    private static int? AboveInfo(TextLines lines, List<int> head)
    {
        int? title = null;
        foreach (var i in head)
        {
            if (InfoLine.Read(lines[i].Text) is not null && title is not null) return title;
            if (IsOwn(lines[i].Text)) title = i;
            if (title == i && !Prose.MayBeTitle(lines[i].Text)) return null;
        }
        return null;
    }

    private static int? FirstOwnLine(TextLines lines, List<int> head)
    {
        foreach (var i in head)
        {
            if (!IsOwn(lines[i].Text)) continue;
            var next = i + 1 < lines.Count ? lines[i + 1].Text : "";
            // In a text without blank lines a headline is much shorter than the paragraph that follows it.
            var apart = next.Length == 0 || Underline.Matches(next) || lines[i].Text[0] == '#'
                || Prose.Columns(lines[i].Text) * 2 < Prose.Columns(next);
            return apart && Prose.MayBeTitle(lines[i].Text) && lines.Filled(i + 1).Any() ? i : null;
        }
        return null;
    }

    private static bool IsOwn(string line) =>
        !Boilerplate.Matches(line) && InfoLine.Read(line) is null && Breadcrumb.LastStep(line) is null && !Underline.Matches(line);
}
