using Ingestion.Hosting;
using System.ComponentModel;
using Ingestion.Contracts;
using Ingestion.Publish.Api.Records;
using Ingestion.Storage;

namespace Ingestion.Publish.Api;

/// <summary>GET /v1/changes.</summary>
internal static class ReadChanges
{
    private const int MaxLimit = 1000;
    private const int DefaultLimit = 100;

    public static async Task<IResult> HandleAsync(
        [Description("The last sequence you have; 0 for the beginning.")] string? after,
        [Description("Most changes to return, 1 to 1000; 100 unless told otherwise.")] string? limit,
        [Description("article (the default) to have each article in its change, none to have the changes alone.")] string? include,
        IArticleStore articles, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var start = errors.Number("after", after, 0, long.MaxValue, 0);
        var most = (int)errors.Number("limit", limit, 1, MaxLimit, DefaultLimit);
        if (include is not (null or "" or "article" or "none")) errors.Add("include", include, "one of article, none.");
        if (errors.Any) return errors.ToResult();

        var changes = await articles.ReadChangesAsync(start, most, cancellationToken);
        var contents = include == "none" ? [] : await ReadContentsAsync(changes, articles, cancellationToken);
        var entries = changes.Select(change => new ChangeEntry(
            change.Sequence, change.ArticleId, change.Version, change.Kind, change.Source, change.ChangedAt,
            contents.GetValueOrDefault((change.ArticleId, change.Version))));
        return Results.Json(new ChangeList([.. entries], changes.Count == 0 ? start : changes[^1].Sequence), IngestionJson.Options);
    }

    private static async Task<Dictionary<(string, int), ArticleContent?>> ReadContentsAsync(
        IReadOnlyList<Change> changes, IArticleStore articles, CancellationToken cancellationToken)
    {
        var keys = changes.Where(change => change.Kind != ChangeKind.Withdrawal).Select(change => (change.ArticleId, change.Version)).ToList();
        var published = keys.Count == 0 ? [] : await articles.FindVersionsAsync(keys, cancellationToken);
        return published.ToDictionary(p => (p.ArticleId, p.Version), p => ArticleContent.From(p, withRemovals: false));
    }
}
