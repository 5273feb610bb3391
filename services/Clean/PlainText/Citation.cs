namespace Ingestion.Clean.PlainText;

/// <summary>Rule <c>citation</c>: the line by which a portal asks to be cited, "本文引用地址：http://…".</summary>
internal static class Citation
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "citation";

    private const int LongestLine = 400;
    private const int LongestLabel = 30;

    private static readonly string[] Labels =
    [
        "本文引用地址", "引用地址", "本文地址", "本文網址", "本文网址", "本文鏈接", "本文链接", "本文連結", "原文地址", "原文網址", "原文网址",
        "原文鏈接", "原文链接", "原文連結", "轉載請註明", "转载请注明", "轉載請注明", "Original article", "Original URL", "Permalink", "Cite this article",
    ];

    /// <summary>Takes such lines away.</summary>
    /// <returns>The URL that the first of them gives.</returns>
    public static string? TakeFrom(TextLines lines)
    {
        string? cited = null;
        foreach (var i in lines.Filled())
        {
            if (Url(lines[i].Text) is not { } url) continue;
            cited ??= url;
            lines.Remove(i, Rule, 0.95);
        }
        return cited;
    }

    /// <summary>The URL that the line gives; null if it is no such line.</summary>
    public static string? Url(string line)
    {
        if (line.Length > LongestLine) return null;
        var start = line.IndexOf("http://", StringComparison.OrdinalIgnoreCase);
        if (start < 0) start = line.IndexOf("https://", StringComparison.OrdinalIgnoreCase);
        if (start < 0 || start > LongestLabel) return null;
        var label = line[..start];
        if (!Array.Exists(Labels, text => label.Contains(text, StringComparison.OrdinalIgnoreCase))) return null;
        var length = 0;
        while (start + length < line.Length && line[start + length] is > ' ' and <= '~' and not ('<' or '"')) length++;
        return line.Substring(start, length).TrimEnd('.', ',', ';', ')', ']');
    }
}
