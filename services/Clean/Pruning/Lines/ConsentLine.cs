using Ingestion.Clean.Rules;

namespace Ingestion.Clean.Pruning.Lines;

/// <summary>Paragraphs of consent notices, which speak of cookies again and again; an article about cookies has them in its title.</summary>
internal static class ConsentLine
{
    private static readonly string[] Words = ["cookie", "opt-out", "opt out", "personal data", "personal information", "personenbezogene"];

    /// <summary>Takes them out.</summary>
    public static void Remove(List<Line> lines, RuleContext context)
    {
        if (Count(context.Title.ToLowerInvariant()) > 0) return;
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            var count = Count(lines[i].Lower);
            if (count >= 3 || (count == 2 && lines[i].Text.Length < 400)) LinePruner.Take(lines, i, "consent-line", 0.8);
        }
    }

    private static int Count(string text)
    {
        var count = 0;
        foreach (var word in Words)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal)) count++;
        }
        return count;
    }
}
