namespace Ingestion.Clean.PlainText;

/// <summary>A breadcrumb: "Home > News > Title".</summary>
internal static class Breadcrumb
{
    private const int LongestLine = 300;
    private const int LongestStep = 20;

    private static readonly string[] Labels =
        ["當前位置", "当前位置", "您的位置", "你的位置", "所在位置", "您現在的位置", "您现在的位置", "首頁", "首页", "主頁", "主页", "You are here", "Home"];

    /// <summary>The line's last step, which is often the title; null if the line is no breadcrumb.</summary>
    public static string? LastStep(string line)
    {
        if (line.Length > LongestLine) return null;
        var steps = line.Split(['>', '›', '»', '→', '＞'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (steps.Length < 2) return null;
        var labelled = Array.Exists(Labels, label => steps[0].Contains(label, StringComparison.OrdinalIgnoreCase));
        if (!labelled && (steps.Length < 3 || steps[0].Contains(' '))) return null;
        return steps[..^1].All(step => step.Length <= LongestStep) ? steps[^1] : null;
    }
}
