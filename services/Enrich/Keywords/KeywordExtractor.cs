namespace Ingestion.Enrich.Keywords;

/// <summary>
/// Finds the words that stand for a text: those it repeats, stop words aside, with the title's counted as repeated once more.
/// Term frequency only; there is no corpus to weigh against, so the same article always gives the same words.
/// </summary>
internal static class KeywordExtractor
{
    /// <summary>Most keywords.</summary>
    public const int Most = 8;

    private const double InTitle = 2;

    /// <summary>The keywords as the text writes them, best first.</summary>
    /// <param name="title">The title.</param>
    /// <param name="text">The body.</param>
    /// <param name="language">BCP 47 tag, for the stop words.</param>
    public static IReadOnlyList<string> Extract(string title, string text, string language)
    {
        var inTitle = Terms.Of(title, language).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var ranked = Terms.Of(text, language)
            .GroupBy(t => t.Key, StringComparer.Ordinal)
            .Select(g => new Candidate(g.Key, Spelling(g), g.Count(), g.Count() * Weight(g.Key) * (inTitle.Contains(g.Key) ? InTitle : 1)))
            .Where(c => c.Count > 1 || inTitle.Contains(c.Key))
            .OrderByDescending(c => c.Score)
            .ThenBy(c => c.Key, StringComparer.Ordinal);

        var keywords = new List<Candidate>();
        foreach (var candidate in ranked)
        {
            if (keywords.Any(k => IsPartOf(k, candidate))) continue;
            keywords.Add(candidate);
            if (keywords.Count == Most) break;
        }
        return [.. keywords.Select(k => k.Spelling)];
    }

    // A longer term is less likely to be repeated by chance.
    private static double Weight(string key) => key.Length > 0 && Terms.IsHan(key[0]) ? key.Length - 1 : Math.Log2(1 + key.Length);

    private static string Spelling(IEnumerable<Term> terms) =>
        terms.GroupBy(t => t.Spelling, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First().Key;

    // Han terms are cut from running text, so pieces of one another turn up: 计算, 算机, 计算机.
    private static bool IsPartOf(Candidate one, Candidate other) =>
        Terms.IsHan(one.Key[0]) && Terms.IsHan(other.Key[0])
        && (one.Key.Contains(other.Key, StringComparison.Ordinal) || other.Key.Contains(one.Key, StringComparison.Ordinal)
            || Overlaps(one.Key, other.Key) || Overlaps(other.Key, one.Key));

    private static bool Overlaps(string left, string right) =>
        left.Length > 1 && right.Length > 1 && left[^1] == right[0];

    private sealed record Candidate(string Key, string Spelling, int Count, double Score);
}
