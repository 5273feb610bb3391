using System.ComponentModel;
using Ingestion.Contracts;
using Ingestion.Hosting;
using Ingestion.Publish.Api.Records;
using Ingestion.Publish.Publishing;
using Ingestion.Storage;

namespace Ingestion.Publish.Api;

/// <summary>GET /v1/changes.</summary>
internal static class ReadChanges
{
    private const int MaxLimit = 1000;
    private const int DefaultLimit = 100;
    private const int LongestWait = 60;

    public static async Task<IResult> HandleAsync(
        [Description("The last sequence you have; 0 for the beginning.")] string? after,
        [Description("Most changes to return, 1 to 1000; 100 unless told otherwise.")] string? limit,
        [Description("article (the default) to have each article in its change, none to have the changes alone.")] string? include,
        [Description("Seconds to wait for a change where there is none yet, 0 to 60; 0 unless told otherwise.")] string? wait,
        IArticleStore articles, ChangeSignal signal, TimeProvider clock, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var seconds = errors.Number("wait", wait, 0, LongestWait, 0);
        var start = errors.Number("after", after, 0, long.MaxValue, 0);
        var most = (int)errors.Number("limit", limit, 1, MaxLimit, DefaultLimit);
        if (include is not (null or "" or "article" or "none")) errors.Add("include", include, "one of article, none.");
        if (errors.Any) return errors.ToResult();

        var end = clock.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        var next = signal.Next;
        var changes = await articles.ReadChangesAsync(start, most, cancellationToken);
        while (changes.Count == 0 && await IsPulsedAsync(next, end - clock.GetUtcNow(), clock, lifetime.ApplicationStopping, cancellationToken))
        {
            next = signal.Next;
            changes = await articles.ReadChangesAsync(start, most, cancellationToken);
        }
        var contents = include == "none" ? [] : await ReadContentsAsync(changes, articles, cancellationToken);
        var entries = changes.Select(change => ChangeEntry.From(change, contents.GetValueOrDefault((change.ArticleId, change.Version))));
        return Results.Json(new ChangeList([.. entries], changes.Count == 0 ? start : changes[^1].Sequence), IngestionJson.Options);
    }

    /// <summary>Waits for the next pulse; false where the time is over or the process is about to end.</summary>
    private static async Task<bool> IsPulsedAsync(
        Task next, TimeSpan within, TimeProvider clock, CancellationToken stopping, CancellationToken cancellationToken)
    {
        if (within <= TimeSpan.Zero) return false;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        try
        {
            await next.WaitAsync(within, clock, either.Token);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task<Dictionary<(string, int), ArticleContent?>> ReadContentsAsync(
        IReadOnlyList<Change> changes, IArticleStore articles, CancellationToken cancellationToken)
    {
        var keys = changes.Where(change => change.Kind != ChangeKind.Withdrawal).Select(change => (change.ArticleId, change.Version)).ToList();
        var published = keys.Count == 0 ? [] : await articles.FindVersionsAsync(keys, cancellationToken);
        return published.ToDictionary(p => (p.ArticleId, p.Version), p => ArticleContent.From(p, withRemovals: false));
    }
}
