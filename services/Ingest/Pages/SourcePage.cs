using Ingestion.Hosting.Pages;
using Ingestion.Hosting.Pages.Markup;
using Ingestion.Ingest.Sources;
using Ingestion.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Ingestion.Ingest.Pages;

/// <summary>GET /sources/{id}: how a source is doing, and its settings.</summary>
internal static class SourcePage
{
    public static async Task<IResult> HandleAsync(string id, string? done, SourcePageReader reader, CancellationToken cancellationToken)
    {
        var content = await reader.ReadAsync(id, cancellationToken);
        return content.IsKnown ? PageLayout.Answer(content.Name, Render(content, done, error: null)) : ErrorPage.Answer(
            StatusCodes.Status404NotFound, "No such source", $"Nothing is known of a source “{id}”: it was not set up, and no article came from it.",
            Html.Of($"""<a href="{SourcePages.Path}">All sources</a>"""));
    }

    /// <summary>The page, with why a form did nothing above it.</summary>
    public static async Task<IResult> AnswerAsync(string id, SourcePageReader reader, SetupError? error, CancellationToken cancellationToken)
    {
        var content = await reader.ReadAsync(id, cancellationToken);
        return PageLayout.Answer(content.Name, Render(content, null, error), error?.StatusCode ?? StatusCodes.Status200OK);
    }

    /// <summary>The page's content.</summary>
    public static Html Render(SourcePageContent source, string? done, SetupError? error) => Html.Of($"""
        <p class="up"><a href="{SourcePages.Path}">Sources</a></p>
        <div class="head">
        <h1><bdi>{source.Name}</bdi></h1>
        <p class="meta">{FeedState.Badge(source.State)} <code>{source.Id}</code> <span>{Numbers.Count(source.Articles, "article", "articles")}</span></p>
        </div>
        {PlainWords.Notice(done, error)}
        <p class="meaning">{FeedState.Meaning(source.State)}</p>
        <div class="columns wide">
        <div>
        <section aria-labelledby="feed"><h2 id="feed">Feed</h2>{FeedSection.Render(source)}</section>
        <section aria-labelledby="pollution"><h2 id="pollution">Pollution</h2>{PollutionChart.Render(source.Days, source.Now)}</section>
        <section aria-labelledby="latest"><h2 id="latest">Last results</h2>{Latest(source)}</section>
        </div>
        <aside>
        <section aria-labelledby="settings"><h2 id="settings">Settings</h2>{SettingsForm.Render(source.Id, source.Record)}</section>
        <section aria-labelledby="tokens"><h2 id="tokens">Tokens</h2>{TokenForms.Render(source.Id, source.Record, source.Tokens)}</section>
        <section aria-labelledby="refused"><h2 id="refused">Refused</h2>{Refused(source)}</section>
        </aside>
        </div>
        """);

    private static Html Latest(SourcePageContent source) => source.Latest.Count == 0 ? Html.Of($"<p>No article came yet.</p>") : Html.Of($"""
        <ol class="entries">{Html.Join(source.Latest.Select(submission => Item(submission, source.HasArticlePages)))}</ol>
        {Html.If(source.HasArticlePages, () => Html.Of($"""
            <p class="links"><a href="{QueryHelpers.AddQueryString("/", "source", source.Id)}">All its articles</a>
            <a href="{QueryHelpers.AddQueryString(QueryHelpers.AddQueryString("/", "source", source.Id), "state", "failed")}">Those that failed</a></p>
            """))}
        """);

    private static Html Item(Submission submission, bool hasPage)
    {
        // What is under embargo is not told here either.
        var title = submission.IsHeldBack() ? $"Article {submission.ArticleId}, under embargo"
            : submission.Summary?.Title is { Length: > 0 } known ? known : submission.Hints.Title ?? $"Article {submission.ArticleId}";
        return Html.Of($"""
            <li><bdi>{(hasPage ? Html.Of($"""<a href="/articles/{submission.ArticleId}">{title}</a>""") : Html.Of($"{title}"))}</bdi>
            <span class="when">{StateBadge.Of(submission.State)} {Numbers.Instant(submission.ReceivedAt)}</span>
            {Html.If(submission.Failure is not null, () => Html.Of($"""<p class="error">{submission.Failure!.Error}</p>"""))}</li>
            """);
    }

    private static Html Refused(SourcePageContent source) => source.Refusals.Count == 0 ? Html.Of($"<p>Nothing.</p>") : Html.Of($"""
        <ul class="refusals">{Html.Join(source.Refusals.OrderByDescending(refusal => refusal.Count).Select(refusal => Html.Of(
            $"<li><b>{Numbers.Count(refusal.Count)}</b> {PlainWords.OfRefusal(refusal.Reason)}, last {Numbers.Instant(refusal.LastAt)}</li>")))}</ul>
        """);
}
