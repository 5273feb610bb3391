using Ingestion.Contracts;
using Ingestion.Publish.Pages.Markup;

namespace Ingestion.Publish.Pages;

/// <summary>What was taken away or put right, by rule, the largest first.</summary>
internal static class RemovalLedgerView
{
    /// <summary>Excerpts shown per rule: the JSON has them all.</summary>
    private const int MostExcerpts = 5;

    public static Html Render(CleanedArticle article) => Html.Of($"""
        <section class="ledger">
        <h2>Taken away and put right</h2>
        {KeptBar.Of((double)article.WordCount / Math.Max(1, article.WordCount + article.WordsRemoved))}
        {(article.Removals.Count == 0
            ? Html.Of($"<p>Nothing.</p>")
            : Html.Of($"<ul>{Html.Join(Groups(article.Removals).Select(Render))}</ul>"))}
        </section>
        """);

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
        <span class="amount">{Numbers.Count(group.Count)} × · {Numbers.Count(group.Characters, "character", "characters")}</span></summary>
        <ol class="excerpts">{Html.Join(group.Entries.Take(MostExcerpts).Select(Excerpt))}</ol>
        {Html.If(group.Entries.Count > MostExcerpts, () => Html.Of($"<p>and {group.Entries.Count - MostExcerpts} more places</p>"))}
        </details>
        </li>
        """);

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
