using Ingestion.Clean.Comparison;
using Ingestion.Clean.PerSource;
using Ingestion.Contracts;
using Ingestion.Hosting;
using Ingestion.Storage;

namespace Ingestion.Clean.Sources;

/// <summary>POST /v1/sources/{id}/rules/preview.</summary>
internal static class PreviewRules
{
    public static async Task<IResult> HandleAsync(
        string id, HttpRequest request, ISourceStore sources, ISubmissionStore submissions, ArticleCleaner cleaner, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<PreviewBody>(request, cancellationToken);
        if (body is null) return problem!;
        var errors = body.Validate();
        var source = await sources.FindAsync(id, cancellationToken);
        var draft = SourceRulesCompiler.TryCompile(body.Rules, (source?.Revision ?? 0) + 1, out var ruleErrors);
        foreach (var (place, messages) in ruleErrors) errors[$"rules.{place}"] = messages;
        if (errors.Count > 0) return Problems.Fields(errors, "The preview is not valid");

        var (pages, unknown) = await FindAsync(id, body, submissions, cancellationToken);
        if (unknown.Count > 0)
            return Problems.Fields(new() { ["articles"] = [$"no articles of the source '{id}': {string.Join(", ", unknown)}."] }, "The preview is not valid");
        var saved = source is null ? CompiledSourceRules.None : SourceRulesCache.Compile(source);
        var articles = new List<PreviewedArticle>(pages.Count);
        foreach (var page in pages)
        {
            if (await submissions.ReadRawAsync(page.ArticleId, page.Version, cancellationToken) is not { } raw) continue;
            articles.Add(Preview(page, new RawArticle(raw.Content, raw.ContentType, page.Hints), saved, draft!, cleaner, cancellationToken));
        }
        return Results.Json(
            new PreviewAnswer(articles.Count, articles.Count(article => article.Changed), articles), IngestionJson.Options);
    }

    private static PreviewedArticle Preview(
        Submission page, RawArticle raw, CompiledSourceRules saved, CompiledSourceRules draft, ArticleCleaner cleaner, CancellationToken cancellationToken)
    {
        var before = CleaningResult.Of(cleaner, raw, saved, cancellationToken);
        var after = CleaningResult.Of(cleaner, raw, draft, cancellationToken);
        var difference = before.Article is { } old && after.Article is { } @new ? ArticleComparison.Compare(old, @new) : null;
        return new PreviewedArticle(
            page.ArticleId, page.Version, (after.Article ?? before.Article)?.Title,
            difference?.IsContent ?? before.Rejected != after.Rejected, before.Rejected, after.Rejected, difference);
    }

    private static async Task<(IReadOnlyList<Submission> Pages, List<string> Unknown)> FindAsync(
        string source, PreviewBody body, ISubmissionStore submissions, CancellationToken cancellationToken)
    {
        if (body.Articles is null)
        {
            var latest = await submissions.ListAsync(new SubmissionQuery { Source = source, Limit = body.Limit }, cancellationToken);
            return ([.. latest.Items.Where(page => page.Kind == SubmissionKind.Article)], []);
        }
        var pages = new List<Submission>();
        var unknown = new List<string>();
        foreach (var id in body.Articles)
        {
            var versions = await submissions.ListVersionsAsync(id, cancellationToken);
            if (versions.LastOrDefault(version => version.Kind == SubmissionKind.Article && version.Source == source) is { } page) pages.Add(page);
            else unknown.Add(id);
        }
        return (pages, unknown);
    }
}
