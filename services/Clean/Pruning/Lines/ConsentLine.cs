using System.Buffers;
using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Paragraphs of consent notices, which speak of cookies again and again; an article about cookies has them in its title.</summary>
internal static class ConsentLine
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["cookie", "opt-out", "opt out", "consent", "personal data", "personal information", "personenbezogene"], StringComparison.OrdinalIgnoreCase);

    // Without them it is about data, not about the page.
    private const string Cookies = "cookies";

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        if (Count(context.Title) > 0) return;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var count = Count(lines[i].Text);
            if (count < 2 || !lines[i].Text.Contains(Cookies, StringComparison.OrdinalIgnoreCase)) continue;
            if (count >= 3 || (count == 2 && lines[i].Text.Length < 400)) LinePruner.Take(lines, i, "consent-line", 0.8);
        }
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (text.IndexOfAny(Words) is var at and >= 0)
        {
            count++;
            text = text[(at + 1)..];
        }
        return count;
    }
}
