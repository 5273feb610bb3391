using Ingestion.Hosting.Pages;
using Ingestion.Hosting;
using Ingestion.Publish.Api;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingestion.Publish.Pages;

/// <summary>GET /: the list of articles, what is in hand, and how to push the first one.</summary>
internal static class FrontPage
{
    public static async Task<IResult> HandleAsync(
        [AsParameters] ListArticlesParameters parameters, HttpRequest request, ISubmissionStore submissions, CancellationToken cancellationToken)
    {
        var errors = new QueryErrors();
        var query = parameters.ToQuery(errors);
        if (errors.Any) return BadFilter(errors.Detail);
        try
        {
            var page = await submissions.ListAsync(query, cancellationToken);
            var backlog = await submissions.ReadBacklogAsync(cancellationToken);
            return PageLayout.Answer("Articles", Render(query, page, backlog, $"{request.Scheme}://{request.Host}{request.PathBase}"));
        }
        catch (InvalidCursorException e)
        {
            return BadFilter(e.Message);
        }
    }

    /// <summary>The page's content.</summary>
    /// <param name="query">What was asked for.</param>
    /// <param name="page">What was found.</param>
    /// <param name="backlog">What the pipeline has in hand.</param>
    /// <param name="address">Where the service is reached, without a slash at its end.</param>
    public static Html Render(SubmissionQuery query, Page<Submission> page, Backlog backlog, string address)
    {
        var isFiltered = query.Source is not null || query.Language is not null || query.State is not null || query.ChangedSince is not null;
        if (page.Items.Count == 0 && !isFiltered && query.Cursor is null) return Welcome(address);
        return Html.Of($"""
            <div class="head">
            <h1>Articles</h1>
            {Counts(backlog)}
            </div>
            {Filters(query)}
            {(page.Items.Count == 0
                ? Html.Of($"""<p class="notice">No article matches. <a href="/">Show all</a></p>""")
                : Html.Of($"""<ol class="articles">{Html.Join(page.Items.Select(Item))}</ol>"""))}
            {Paging(query, page.NextCursor)}
            """);
    }

    private static Html Counts(Backlog backlog) => Html.Of($"""
        <ul class="counts">
        <li><a href="/?state=accepted"><b>{Numbers.Count(backlog.Unfinished)}</b> in hand</a></li>
        <li><a href="/?state=failed"><b>{Numbers.Count(backlog.Failed)}</b> failed</a></li>
        {Html.If(backlog.OldestUnfinished is not null, () => Html.Of($"<li>oldest in hand since {Numbers.Instant(backlog.OldestUnfinished!.Value)}</li>"))}
        </ul>
        """);

    private static Html Filters(SubmissionQuery query) => Html.Of($"""
        <form class="filters" method="get" action="/" aria-label="Filter">
        <label>State <select name="state"><option value="">any</option>{Html.Join(Enum.GetValues<SubmissionState>().Select(state => Option(state, query.State)))}</select></label>
        <label>Language <input name="language" value="{query.Language}" size="6" maxlength="3" autocapitalize="none" spellcheck="false"></label>
        <label>Source <input name="source" value="{query.Source}" size="16" autocapitalize="none" spellcheck="false"></label>
        <button>Show</button>
        </form>
        """);

    private static Html Option(SubmissionState state, SubmissionState? chosen) => Html.Of(
        $"""<option{Html.Trusted(state == chosen ? " selected" : "")}>{StateBadge.Name(state)}</option>""");

    private static Html Item(Submission submission) => Html.Of($"""
        <li>
        <h2 lang="{submission.Summary?.Language ?? "und"}"><bdi><a href="/articles/{submission.ArticleId}">{ArticleTitle.Of(submission)}</a></bdi></h2>
        <p class="meta">
        {StateBadge.Of(submission.State)}
        {Html.If(submission.Summary is not null, () => Html.Of($"""<span class="language" title="Language">{submission.Summary!.Language}</span>"""))}
        <a class="source" title="Source" href="{QueryHelpers.AddQueryString("/", "source", submission.Source)}">{submission.Source}</a>
        {Html.If(submission.Version > 1, () => Html.Of($"<span>version {submission.Version}</span>"))}
        {Numbers.Instant(submission.ReceivedAt)}
        </p>
        {Words(submission.Summary)}
        {Html.If(submission.Failure is not null, () => Html.Of(
            $"""<p class="error"><b>{submission.Failure!.Stage.ToString()}: {submission.Failure.Reason}</b> {submission.Failure.Error}</p>"""))}
        </li>
        """);

    private static Html Words(ArticleSummary? summary)
    {
        if (summary is null) return Html.Empty;
        var all = Math.Max(1, summary.WordsKept + summary.WordsRemoved);
        return Html.Of($"""
            <p class="words">
            {KeptBar.Of((double)summary.WordsKept / all)}
            <span>{Numbers.Count(summary.WordsKept)} kept</span> <span class="removed">{Numbers.Count(summary.WordsRemoved)} removed</span>
            </p>
            """);
    }

    private static Html Paging(SubmissionQuery query, string? next)
    {
        if (next is null && query.Cursor is null) return Html.Empty;
        var filters = new Dictionary<string, string?>
        {
            ["source"] = query.Source,
            ["language"] = query.Language,
            ["state"] = query.State is { } state ? StateBadge.Name(state) : null,
            ["changedSince"] = query.ChangedSince?.UtcDateTime.ToString("O"),
            ["limit"] = query.Limit == new SubmissionQuery().Limit ? null : $"{query.Limit}",
        };
        var first = QueryHelpers.AddQueryString("/", filters.Where(filter => filter.Value is not null));
        return Html.Of($"""
            <nav class="paging" aria-label="Pages">
            {Html.If(query.Cursor is not null, () => Html.Of($"""<a href="{first}">Newest</a>"""))}
            {Html.If(next is not null, () => Html.Of($"""<a rel="next" href="{QueryHelpers.AddQueryString(first, "cursor", next!)}">Older</a>"""))}
            </nav>
            """);
    }

    private static Html Welcome(string address) => Html.Of($$"""
        <div class="welcome">
        <h1>No articles yet</h1>
        <p>Push the first one, as a page or as text; it shows up here within a second or two:</p>
        <pre tabindex="0"><code>curl {{address}}/v1/articles -H 'Content-Type: application/json' -d '{
          "source": "demo",
          "title": "A new library by the river",
          "html": "&lt;article&gt;&lt;h1&gt;A new library by the river&lt;/h1&gt;&lt;p&gt;The city will build a library by the river. It will hold two hundred thousand books and open in three years.&lt;/p&gt;&lt;/article&gt;"
        }'</code></pre>
        <p>Or a file as it is:</p>
        <pre tabindex="0"><code>curl '{{address}}/v1/articles?source=demo' -H 'Content-Type: text/html' --data-binary @page.html</code></pre>
        <p>Where the services run apart, articles are pushed to Ingest's address. Every field is in the <a href="/openapi/v1.json">API description</a>.</p>
        </div>
        """);

    private static IResult BadFilter(string detail) => ErrorPage.Answer(
        StatusCodes.Status400BadRequest, "That filter is not valid", detail, Html.Of($"""<a href="/">All articles</a>"""));
}
