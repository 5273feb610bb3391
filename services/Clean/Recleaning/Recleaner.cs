using System.Diagnostics;
using Ingestion.Clean.Comparison;
using Ingestion.Clean.PerSource;
using Ingestion.Clean.Sources;
using Ingestion.Hosting.Pipeline;
using Ingestion.Storage;

namespace Ingestion.Clean.Recleaning;

/// <summary>
/// Runs stored bytes through the current rules. Only published articles: what is on its way is cleaned by them anyway, what failed has
/// its replay, and what was withdrawn stays so. It goes from the newest to the oldest, so that the versions it makes, which are newer than
/// all, never come its way again; two runs at once, or one that was killed and repeated, make no version twice.
/// </summary>
internal sealed class Recleaner(
    ISubmissionStore submissions, IArticleStore articles, ISourceStore sources, ArticleCleaner cleaner, TimeProvider clock)
{
    /// <summary>Articles read at once.</summary>
    private const int Batch = 8;

    /// <summary>No batch begins later than this after the call did.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(20);

    /// <summary>One call's share of the work.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this API.</exception>
    public async Task<RecleanAnswer> RunAsync(RecleanRequest request, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var rules = new Dictionary<string, CompiledSourceRules>();
        var report = new RecleanReport(request.Dry);
        var cursor = request.Cursor;
        do
        {
            var page = await submissions.ListAsync(
                new SubmissionQuery
                {
                    Source = request.Source,
                    State = SubmissionState.Published,
                    ReceivedSince = request.Since,
                    Cursor = cursor,
                    Limit = Math.Min(Batch, request.Limit - report.Scanned),
                },
                cancellationToken);
            var published = await articles.FindVersionsAsync([.. page.Items.Select(item => (item.ArticleId, item.Version))], cancellationToken);
            var byId = published.ToDictionary(article => article.ArticleId);
            foreach (var item in page.Items)
            {
                report.Scanned++;
                if (byId.GetValueOrDefault(item.ArticleId) is not { Article: not null } before) continue;
                if (await CleanAsync(item, before, await RulesAsync(item.Source, rules, cancellationToken), request.Dry, cancellationToken) is { } article)
                    report.Add(article);
            }
            cursor = page.NextCursor;
        }
        while (cursor is not null && report.Scanned < request.Limit && clock.GetElapsedTime(started) < LongestCall);
        return report.ToAnswer(cursor);
    }

    /// <summary>Cleans one article again; null if nothing is different.</summary>
    private async Task<RecleanedArticle?> CleanAsync(
        Submission item, PublishedArticle before, CompiledSourceRules rules, bool dry, CancellationToken cancellationToken)
    {
        if (await submissions.ReadRawAsync(item.ArticleId, item.Version, cancellationToken) is not { } raw) return null;
        var result = CleaningResult.Of(cleaner, new RawArticle(raw.Content, raw.ContentType, item.Hints), rules, cancellationToken);
        var title = before.Article!.Title;
        if (result.Article is not { } after)
            return new RecleanedArticle(item.ArticleId, item.Version, title, RecleanOutcome.Rejected, Rejected: result.Rejected);
        var difference = ArticleComparison.Compare(before.Article, after);
        if (!difference.IsContent) return null;
        var changed = new RecleanedArticle(item.ArticleId, item.Version, title, RecleanOutcome.WouldChange, Difference: difference);
        if (dry) return changed;
        var stored = await submissions.AcceptAgainAsync(
            new Resubmission(item.ArticleId, item.Version, clock.GetUtcNow().ToWholeMilliseconds(), Activity.Current?.Id),
            cancellationToken);
        return stored is null
            ? changed with { Outcome = RecleanOutcome.Overtaken }
            : changed with { Outcome = RecleanOutcome.Written, NewVersion = stored.Version };
    }

    /// <summary>A source's rules as they stand now, read once a call; the cache of the pipeline may be seconds old.</summary>
    private async Task<CompiledSourceRules> RulesAsync(
        string source, Dictionary<string, CompiledSourceRules> known, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(source, out var rules)) return rules;
        rules = await sources.FindAsync(source, cancellationToken) is { } record ? SourceRulesCache.Compile(record) : CompiledSourceRules.None;
        return known[source] = rules;
    }
}
