using System.Text;
using Ingestion.Contracts;

namespace Ingestion.Clean.Comparison;

/// <summary>Compares two results of cleaning the same page.</summary>
internal static class ArticleComparison
{
    private const int MostLines = 20;
    private const int LongestLine = 200;
    private const int MostExcerpts = 3;
    private const string BodyText = "bodyText";
    private const string BodyHtml = "bodyHtml";

    /// <summary>All that a subscriber sees of an article. What only tells how it came about is not among it.</summary>
    private static readonly (string Name, Func<CleanedArticle, string?> Read)[] Content =
    [
        ("kind", article => article.Kind.ToString()),
        ("title", article => article.Title),
        ("standfirst", article => article.Standfirst),
        ("authors", article => Join(article.Authors)),
        ("publishedAt", article => article.PublishedAt?.ToString()),
        ("modifiedAt", article => article.ModifiedAt?.ToString()),
        ("publisher", article => article.Publisher),
        ("section", article => article.Section),
        ("tags", article => Join(article.Tags)),
        ("canonicalUrl", article => article.CanonicalUrl),
        ("citedUrl", article => article.CitedUrl),
        ("declaredLanguage", article => article.DeclaredLanguage),
        ("licence", article => article.Licence),
        ("leadImage", article => article.LeadImage?.ToString()),
        ("images", article => Join(article.Images.Select(image => image.ToString()))),
        (BodyHtml, article => article.BodyHtml),
        (BodyText, article => article.BodyText),
    ];

    /// <summary>What is different.</summary>
    public static ArticleDifference Compare(CleanedArticle before, CleanedArticle after)
    {
        var (removed, added) = LineDiff.Of(Lines(before), Lines(after));
        return new ArticleDifference
        {
            Fields = [.. Content.Select(field => Compare(field.Name, field.Read(before), field.Read(after))).OfType<FieldChange>()],
            WordsBefore = before.WordCount,
            WordsAfter = after.WordCount,
            LinesRemoved = Shorten(removed),
            LinesAdded = Shorten(added),
            Ledger = CompareLedgers(before.Removals, after.Removals),
        };
    }

    private static FieldChange? Compare(string name, string? before, string? after)
    {
        if (before == after || (before is not null && after is not null && AsStored(before) == AsStored(after))) return null;
        return name is BodyHtml or BodyText ? new FieldChange(name, null, null) : new FieldChange(name, before, after);
    }

    /// <summary>A store keeps UTF-8: half a surrogate pair comes back as the replacement character.</summary>
    private static string AsStored(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static RuleChange[] CompareLedgers(IReadOnlyList<Removal> before, IReadOnlyList<Removal> after) =>
    [
        .. before.Concat(after).Select(removal => (removal.Rule, removal.Action)).Distinct()
            .Select(key => new RuleChange(
                key.Rule, key.Action, Of(before, key).Sum(removal => removal.Characters), Of(after, key).Sum(removal => removal.Characters),
                [.. Of(after, key).Take(MostExcerpts).Select(removal => removal.Excerpt)]))
            .Where(change => change.CharactersBefore != change.CharactersAfter)
            .OrderBy(change => change.Rule, StringComparer.Ordinal),
    ];

    private static IEnumerable<Removal> Of(IReadOnlyList<Removal> ledger, (string Rule, RemovalAction Action) key) =>
        ledger.Where(removal => removal.Rule == key.Rule && removal.Action == key.Action);

    private static string[] Lines(CleanedArticle article) => article.BodyText.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static LineChanges Shorten(IReadOnlyList<string> lines) =>
        new(lines.Count, [.. lines.Take(MostLines).Select(line => line.Length <= LongestLine ? line : line[..LongestLine] + "…")]);

    private static string? Join(IEnumerable<string> parts) => string.Join('\n', parts);
}
