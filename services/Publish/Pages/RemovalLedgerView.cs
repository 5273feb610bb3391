using Ingestion.Contracts;
using Ingestion.Hosting.Pages.Markup;

namespace Ingestion.Publish.Pages;

/// <summary>What was taken away or put right, by rule, the largest first.</summary>
internal static class RemovalLedgerView
{
    /// <summary>Excerpts shown per rule: the JSON has them all.</summary>
    private const int MostExcerpts = 5;

    public static Html Render(CleanedArticle article)
    {
        var groups = Groups(article.Removals);
        return Html.Of($"""
            <section class="ledger">
            <h2>Taken away and put right</h2>
            {KeptBar.Of((double)article.WordCount / Math.Max(1, article.WordCount + article.WordsRemoved))}
            {(groups.Count == 0
                ? Html.Of($"<p>Nothing.</p>")
                : Html.Of($"""<p class="sum">{Sum(groups)}</p><ul>{Html.Join(groups.Select(Render))}</ul>"""))}
            </section>
            """);
    }

    /// <summary>The ledger in a line: "8 rules: 640 characters removed, 12 put right".</summary>
    private static Html Sum(IReadOnlyList<RemovalGroup> groups)
    {
        var removed = groups.Where(group => group.Action == RemovalAction.Removed).Sum(group => group.Characters);
        var repaired = groups.Where(group => group.Action == RemovalAction.Repaired).Sum(group => group.Characters);
        return Html.Of($"{Numbers.Count(groups.Count, "rule", "rules")}: {Numbers.Count(removed, "character", "characters")} removed, {Numbers.Count(repaired)} put right");
    }

    /// <summary>The ledger by rule and action.</summary>
    public static IReadOnlyList<RemovalGroup> Groups(IEnumerable<Removal> removals) =>
    [
        .. removals
            .GroupBy(removal => (removal.Rule, removal.Action))
            .Select(group => new RemovalGroup(
                group.Key.Rule, group.Key.Action, group.Sum(removal => removal.Count), group.Sum(removal => (long)removal.Characters), [.. group]))
            .OrderByDescending(group => group.Characters)
            .ThenBy(group => group.Rule, StringComparer.Ordinal),
    ];

    private static Html Render(RemovalGroup group) => Html.Of($"""
        <li>
        <details>
        <summary><code>{group.Rule}</code> <span class="action {group.Action.ToString().ToLowerInvariant()}">{group.Action.ToString().ToLowerInvariant()}</span>
        <span class="amount">{Numbers.Count(group.Count)} × · {Numbers.Count(group.Characters, "character", "characters")} · {Confidence(group)}</span>
        <q class="glance" dir="auto" lang="und">{group.Entries[0].Excerpt}</q></summary>
        <ol class="excerpts">{Html.Join(group.Entries.Take(MostExcerpts).Select(Excerpt))}</ol>
        {Html.If(group.Entries.Count > MostExcerpts, () => Html.Of($"<p>and {group.Entries.Count - MostExcerpts} more places</p>"))}
        </details>
        </li>
        """);

    private static string Confidence(RemovalGroup group) =>
        $"{Numbers.Attribute(Math.Round(100 * group.Entries.Min(removal => removal.Confidence)))} % sure";

    private static Html Excerpt(Removal removal) =>
        Html.Of($"""<li><q dir="auto" lang="und">{removal.Excerpt}</q> <span class="where">{removal.Where}</span></li>""");
}

/// <summary>One rule's work on an article.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Action">What it did.</param>
/// <param name="Count">How many times.</param>
/// <param name="Characters">How many characters, together.</param>
/// <param name="Entries">Each place.</param>
internal sealed record RemovalGroup(string Rule, RemovalAction Action, long Count, long Characters, IReadOnlyList<Removal> Entries);
