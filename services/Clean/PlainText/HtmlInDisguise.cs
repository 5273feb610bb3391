namespace Ingestion.Clean.PlainText;

/// <summary>Tells an HTML page that came as text/plain from a text that merely has tags in it.</summary>
internal static class HtmlInDisguise
{
    private const int Head = 4096;
    private const int FewestParagraphs = 3;

    /// <summary>Whether the text is a page: it begins as one, or its paragraphs are marked up as such.</summary>
    public static bool IsHtml(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Head)).TrimStart().TrimStart('\uFEFF');
        if (StartsWith(head, "<!doctype html") || StartsWith(head, "<html") || StartsWith(head, "<head>") || StartsWith(head, "<body")) return true;
        if (StartsWith(head, "<?xml") && head.Contains("<html", StringComparison.OrdinalIgnoreCase)) return true;
        return Count(text, "<p>", "<p ") >= FewestParagraphs && Count(text, "</p>", "</div>") >= FewestParagraphs;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static int Count(string text, string tag, string variant) => text.AsSpan().Count(tag) + text.AsSpan().Count(variant);
}
